import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// What manifests change that are laid over an input: their objects, each with where it stands and which of its fields are others.
package struct AppliedEdits: Sendable {
  /// An object that is added, or is another one.
  private struct Edit: Sendable {
    let object: ObjectReference
    /// What is done to it, safe to print.
    let phrase: String

    /// Whether what is done to workloads may come of it. A workload decides about its own Pods, but for what others reach and share, and no
    /// Service decides who has a sidecar.
    func mayDecide(_ trouble: Trouble) -> Bool {
      switch object.kind {
      case "Service", "EndpointSlice": return ![.losesSidecar, .gainsSidecar].contains(trouble.effect)
      case "Pod", "Deployment", "StatefulSet", "DaemonSet", "CronJob": break
      default: return true
      }
      if [.directAccess, .reach, .serviceMerged].contains(trouble.effect) { return true }
      let own = [object.kind, object.namespace, object.name].map { ExactString($0) }
      return trouble.workloads.map(\.subject).contains { subject in
        [subject.kind, subject.namespace, subject.name].map { ExactString($0) } == own
      }
    }
  }

  private let edits: [Edit]

  /// How many fields of an object are named, and how many objects.
  private static let namedCount = 3

  /// What manifests change.
  ///
  /// - Parameters:
  ///   - manifests: The manifests.
  ///   - input: What they are laid over.
  package init(_ manifests: ReadInput, over input: ReadInput) {
    let edited = Set(manifests.objects.map(\.reference))
    let old = Dictionary(input.objects.filter { edited.contains($0.reference) }.map { ($0.reference, $0) }) { $1 }
    edits = manifests.objects.compactMap { object in
      let reference = object.reference
      guard old[reference] != object else { return nil }
      let place = manifests.places[reference].map { "\($0.source.name.printedSafely):\($0.position.line)" } ?? "an edit"
      guard let before = old[reference] else { return Edit(object: reference, phrase: "\(place) adds \(reference)") }
      let changes = object.changes(from: before)
      let named = changes.prefix(Self.namedCount).joined(separator: ", ")
      let more = changes.count > Self.namedCount ? " and \(changes.count - Self.namedCount) more" : ""
      let fields = changes.isEmpty ? "" : ": \(named)\(more)"
      return Edit(object: reference, phrase: "\(place) changes \(reference)\(fields)")
    }
  }

  /// The edits that may be why something is done to workloads: those of their namespaces, and of what is in none.
  func reasons(for trouble: Trouble) -> [String] {
    let namespaces = Set(trouble.workloads.map { ExactString($0.subject.namespace) })
    let near = edits.filter { edit in
      let place = edit.object.kind == "Namespace" ? edit.object.name : edit.object.namespace
      return place.isEmpty || namespaces.contains(ExactString(place))
    }
    let deciding = near.filter { $0.mayDecide(trouble) }
    let named = deciding.isEmpty ? near : deciding
    let more = named.count - Self.namedCount
    return named.prefix(Self.namedCount).map(\.phrase) + (more > 0 ? ["\(more) more objects of the manifests"] : [])
  }
}

extension ClusterObject {
  /// The fields that decide about Pods and differ from those of another object, in words that are safe to print.
  fileprivate func changes(from old: ClusterObject) -> [String] {
    guard case .kubernetes(let object) = self, case .kubernetes(let before) = old else { return [] }
    switch (object, before) {
    case (.service(let new), .service(let old)):
      return Self.changes("metadata.annotations", old.metadata.annotations, new.metadata.annotations)
        + Self.changes("spec.selector", old.selector, new.selector) + (old.ports == new.ports ? [] : ["spec.ports"])
    case (.namespace(let new), .namespace(let old)): return Self.changes(old.metadata, new.metadata)
    case (.pod(let new), .pod(let old)):
      return Self.changes(old.metadata, new.metadata) + (old.spec == new.spec ? [] : ["spec"])
    default:
      guard let new = object.workload?.template, let old = before.workload?.template else { return [] }
      return Self.changes("spec.template.metadata.labels", old.labels, new.labels)
        + Self.changes("spec.template.metadata.annotations", old.annotations, new.annotations)
        + (old.spec == new.spec ? [] : ["spec.template.spec"])
    }
  }

  private static func changes(_ old: ObjectMeta, _ new: ObjectMeta) -> [String] {
    changes("metadata.labels", old.labels, new.labels) + changes("metadata.annotations", old.annotations, new.annotations)
  }

  /// The entries of a map that are others than those of another one.
  private static func changes(_ path: String, _ old: StringMap, _ new: StringMap) -> [String] {
    let gone = old.filter { new[$0.key] == nil }.map { "\(path)[\($0.key.quotedSafely)] is removed" }
    let others = new.compactMap { entry -> String? in
      let field = "\(path)[\(entry.key.quotedSafely)]"
      guard let value = old[entry.key] else { return "\(field) is added: \(entry.value.quotedSafely)" }
      let isSame = value.utf8.elementsEqual(entry.value.utf8)
      return isSame ? nil : "\(field) is \(entry.value.quotedSafely) instead of \(value.quotedSafely)"
    }
    return gone + others
  }
}
