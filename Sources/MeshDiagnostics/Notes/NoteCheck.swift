import KubernetesObjects
import MeshMapping

/// What shows that a note concerns an object: a function of the object and what is around it.
enum NoteCheck: Sendable {
  /// Of objects that Kuma reads besides, of the note's kinds.
  case resource(@Sendable (MeshResource, NoteSurroundings) -> [NoteSight])
  case mesh(@Sendable (Mesh, NoteSurroundings) -> [NoteSight])
  case pod(@Sendable (Pod, NoteSurroundings) -> [NoteSight])
  case service(@Sendable (Service, NoteSurroundings) -> [NoteSight])
  case namespace(@Sendable (Namespace, NoteSurroundings) -> [NoteSight])
  case dataplane(@Sendable (Dataplane, NoteSurroundings) -> [NoteSight])
  /// Of ZoneIngresses and ZoneEgresses.
  case zoneProxy(@Sendable (ProxyResource) -> [NoteSight])
  /// Of objects that make Pods.
  case workload(@Sendable (any Workload) -> [NoteSight])
  /// Of ContainerPatches.
  case containerPatch(@Sendable (ContainerPatch, NoteSurroundings) -> [NoteSight])
  /// Of objects of the core of Kubernetes that nothing reads: what names them is known.
  case named(@Sendable (ObjectReference, NoteSurroundings) -> [NoteSight])
  /// Any of several.
  case any([NoteCheck])
}

/// A field that shows something.
struct NoteSight: Sendable, Hashable {
  let path: DocumentPath
  let seen: NoteOnObject.Seen
  /// What the input would have to hold for one to know whether it shows anything; empty where it does.
  private(set) var needs: [Completeness.Kind] = []

  /// The same where that depends on what the input lacks.
  func needing(_ needs: [Completeness.Kind]) -> NoteSight {
    var sight = self
    sight.needs = needs
    return sight
  }

  init(_ path: DocumentPath, _ seen: NoteOnObject.Seen) {
    self.path = path
    self.seen = seen
  }

  /// An annotation, with its value.
  static func annotation(_ key: String, of metadata: ObjectMeta) -> NoteSight? {
    metadata.annotations[key].map {
      NoteSight(DocumentPath(["metadata", "annotations", .key(ExactString(key))]), .value(ExactString($0)))
    }
  }

  /// A label, with its value.
  static func label(_ key: String, of metadata: ObjectMeta) -> NoteSight? {
    metadata.labels[key].map {
      NoteSight(DocumentPath(["metadata", "labels", .key(ExactString(key))]), .value(ExactString($0)))
    }
  }

  /// The name of an object.
  static func name(_ name: String) -> NoteSight { NoteSight(DocumentPath(["metadata", "name"]), .value(ExactString(name))) }
}
