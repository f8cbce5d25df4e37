extension ObjectType {
  /// The group of the API that the kind belongs to, e.g. `apps`; empty for the core of Kubernetes. O(*n*).
  public var apiGroup: String {
    let parts = apiVersion.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? String(Substring(parts[0])) : ""
  }
}
