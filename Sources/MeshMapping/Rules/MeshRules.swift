/// The rules of which mesh a Pod belongs to. Where nothing names one it is `default`.
package struct MeshRules: Sendable, Hashable {
  /// Whether the mesh is read as a label, before the annotation of the same object (MESH-1).
  package var labels: Reading
  /// Whether it is read as an annotation (MESH-1).
  package var annotations: Reading
  /// Whether injector and controller work the mesh out alike (MESH-1).
  package var agreement: Agreement
  /// Whether the controller needs the Mesh to exist (MESH-3).
  package var existenceCheck: Presence

  /// Whether injector and controller work the mesh out alike.
  package enum Agreement: Sendable, Hashable {
    /// The injector takes what is present, even where it is empty; the controller looks at the Pod only, and passes over what is
    /// empty.
    case apart
    /// Both look at the Pod and then at the Namespace, and pass over what is empty.
    case alike
  }
}

extension MeshRules {
  /// How the injector works the mesh out.
  var injector: MeshLookup {
    MeshLookup(pod: podPlaces, namespace: namespacePlaces, emptyValue: agreement == .apart ? .decides : .passedOver)
  }

  /// How the controller works it out.
  var controller: MeshLookup {
    MeshLookup(pod: podPlaces, namespace: agreement == .apart ? [] : namespacePlaces, emptyValue: .passedOver)
  }

  private var podPlaces: [MetadataPlace] { MetadataPlace.ofPod(labels: labels, annotations: annotations) }
  private var namespacePlaces: [MetadataPlace] { MetadataPlace.ofNamespace(labels: labels, annotations: annotations) }
}
