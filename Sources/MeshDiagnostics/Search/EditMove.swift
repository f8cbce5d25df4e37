import KubernetesObjects
import MeshMapping

/// A step of a search: some edits that go together, and what they do.
struct EditMove {
  /// What the edits do, as an imperative that is safe to print.
  let phrase: String
  /// The edits.
  let edits: [Edit]

  init(_ phrase: String, _ edits: [Edit]) {
    self.phrase = phrase
    self.edits = edits
  }

  /// Makes a label or an annotation be a value, or takes it away where that is nil.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - key: The key.
  ///   - place: Where it stands.
  ///   - pod: Where the Pod is edited.
  ///   - namespace: The name of its Namespace.
  init?(_ value: String?, for key: String, at place: EvidencePlace, of pod: EditablePod, in namespace: String) {
    let step = DocumentPath.Step.key(ExactString(key))
    let (object, field, isLabel): (String, ObjectField, Bool)
    let whole = ObjectReference(.namespace, name: namespace)
    switch place {
    case .podLabel: (object, field, isLabel) = (pod.phrase, pod.editable(["metadata", "labels", step]), true)
    case .podAnnotation: (object, field, isLabel) = (pod.phrase, pod.editable(["metadata", "annotations", step]), false)
    case .namespaceLabel:
      (object, field, isLabel) = (
        "Namespace \(namespace.printedSafely)", ObjectField(whole, DocumentPath(["metadata", "labels", step])), true
      )
    case .namespaceAnnotation:
      (object, field, isLabel) = (
        "Namespace \(namespace.printedSafely)", ObjectField(whole, DocumentPath(["metadata", "annotations", step])), false
      )
    case .serviceLabel, .serviceAnnotation, .podContainer, .podInitContainer: return nil
    }
    if let value {
      let pair = "\(key.printedSafely)=\(value.isEmpty ? "\"\"" : value.printedSafely)"
      self.init("\(isLabel ? "label" : "annotate") \(object) \(pair)", [Edit(field, .string(ExactString(value)))])
    } else {
      self.init(
        "remove the \(isLabel ? "label" : "annotation") \(key.printedSafely) from \(object)", [Edit(field, .removed)])
    }
  }

  /// The fields that are edited.
  var fields: Set<ObjectField> { Set(edits.map(\.field)) }
}

extension EditablePod {
  /// What is edited, as a phrase that is safe to print.
  var phrase: String {
    let object = source.object
    if object.kind == Pod.kind { return "Pod \(object.name.printedSafely)" }
    return "the template of \(object.kind.printedSafely) \(object.name.printedSafely)"
  }
}
