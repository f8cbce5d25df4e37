import MeshMapping

/// A tag whose value is unknown.
struct UnknownTag {
  /// The key.
  let key: String
  /// What the input would have to hold for the value to be known.
  let needs: Completeness.Kind

  /// What makes the value known, as a phrase.
  var phrase: String {
    needs == .pods ? "is known once there are Pods" : "is unknown without \(needs.phrase)"
  }
}
