import KubernetesObjects

/// Where a key can stand: among the labels or the annotations of an object of a kind.
struct KeyPlace: Sendable, Hashable {
  /// Whose metadata it is.
  let owner: Owner
  /// Which map of it.
  let map: Map

  /// Whose metadata a key stands in.
  enum Owner: Sendable, Hashable {
    case pod
    case namespace
    case service
  }

  /// The map that a key stands in.
  enum Map: String, Sendable, Hashable {
    case labels
    case annotations
  }

  static let podLabel = KeyPlace(owner: .pod, map: .labels)
  static let podAnnotation = KeyPlace(owner: .pod, map: .annotations)
  static let namespaceLabel = KeyPlace(owner: .namespace, map: .labels)
  static let namespaceAnnotation = KeyPlace(owner: .namespace, map: .annotations)
  static let serviceLabel = KeyPlace(owner: .service, map: .labels)
  static let serviceAnnotation = KeyPlace(owner: .service, map: .annotations)
}

extension KeyPlace.Map {
  /// The steps to the value of a key in an object's metadata.
  func steps(to key: String) -> [DocumentPath.Step] {
    ["metadata", .key(ExactString(rawValue)), .key(ExactString(key))]
  }

  /// What one entry is called.
  var noun: String { self == .labels ? "label" : "annotation" }
  /// What one entry is called at the beginning of a sentence.
  var capitalizedNoun: String { self == .labels ? "Label" : "Annotation" }
  /// What one entry is called, with its article.
  var nounWithArticle: String { self == .labels ? "a label" : "an annotation" }
}

extension KeyPlace.Owner {
  /// The objects that own such metadata, in words.
  var plural: String {
    switch self {
    case .pod: "Pods"
    case .namespace: "Namespaces"
    case .service: "Services"
    }
  }
}
