/// The rules of which mesh a Pod belongs to. Where nothing names one it is `default`.
public struct MeshRules: Sendable, Hashable {
  /// Whether the mesh is read as a label, before the annotation of the same object (MESH-1).
  public var labels: RuleReading
  /// Whether injector and controller work the mesh out alike (MESH-1).
  public var agreement: Agreement
  /// Whether the controller needs the Mesh to exist (MESH-3).
  public var existence: Existence

  /// Whether injector and controller work the mesh out alike.
  public enum Agreement: Sendable, Hashable {
    /// The injector takes what is present, even where it is empty; the controller looks at the Pod only, and passes over what is
    /// empty.
    case apart
    /// Both look at the Pod and then at the Namespace, and pass over what is empty.
    case alike
  }

  /// Whether the controller needs the Mesh to exist.
  public enum Existence: Sendable, Hashable {
    case notChecked
    case required
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

  private var podPlaces: [MetadataPlace] { MetadataPlace.ofPod(labels: labels, annotations: .read) }
  private var namespacePlaces: [MetadataPlace] { MetadataPlace.ofNamespace(labels: labels, annotations: .read) }
}

/// Where the mesh is read and what an empty value there means.
struct MeshLookup {
  /// The places of the Pod in order; the first that counts decides.
  let pod: [MetadataPlace]
  /// The places of the Namespace in order, where none of the Pod's counts.
  let namespace: [MetadataPlace]
  /// What an empty value means.
  let emptyValue: EmptyValue

  /// What an empty value means.
  enum EmptyValue {
    /// The next place is read.
    case passedOver
    /// It is the mesh's name, of a mesh that cannot exist.
    case decides
  }
}
