/// What the mapping reads of an object of a kind that makes Pods in a way only its operator knows: who it is, and what the Pods are
/// made of.
///
/// What the operator adds to the template, and what owns the Pods, is unknown before there are any.
public struct CustomWorkload: Sendable, Hashable {
  /// The API version and kind.
  public var type: ObjectType
  /// The metadata.
  public var metadata: ObjectMeta
  /// What the Pods are made of; nil where the object does not say it.
  public var template: PodTemplateSpec?

  /// An object with the given values.
  public init(type: ObjectType, metadata: ObjectMeta, template: PodTemplateSpec? = nil) {
    self.type = type
    self.metadata = metadata
    self.template = template
  }
}

extension CustomWorkload: Workload, Identifiable {
  /// What names the object among those of all kinds.
  public var reference: ObjectReference {
    ObjectReference(
      apiGroup: type.apiGroup, kind: type.kind, namespace: metadata.effectiveNamespace, name: metadata.name)
  }

  /// What names the object among those of all kinds.
  public var id: ObjectReference { reference }

  /// The Pods that its operator makes, of an unknown number and with unknown owners.
  public func pods(of template: PodTemplateSpec) -> WorkloadPods {
    let name = RunTimeString.parts(.known(ExactString("\(metadata.name)-")), .ending)
    return WorkloadPods(of: self, template: template, count: .unknown, name: name, owners: nil)
  }
}

extension CustomWorkload {
  /// Decodes what is read of the object, whose template is at a path.
  init(from decoder: any Decoder, as type: ObjectType, templateAt path: [String]) throws {
    var container = try decoder.container(keyedBy: AnyKey.self)
    let metadata = try container.decode(ObjectMeta.self, forKey: AnyKey(stringValue: "metadata"))
    self.init(type: type, metadata: metadata)
    for key in path.dropLast() {
      guard let inner = try container.nestedIfPresent(keyedBy: AnyKey.self, forKey: AnyKey(stringValue: key)) else { return }
      container = inner
    }
    if let last = path.last {
      template = try container.decodeIfPresent(PodTemplateSpec.self, forKey: AnyKey(stringValue: last))
    }
  }
}
