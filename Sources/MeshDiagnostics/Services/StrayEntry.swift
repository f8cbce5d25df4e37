public import KubernetesObjects

/// An entry of a Pod's annotation that should name a service and names none of the input.
public struct StrayEntry: Sendable, Hashable {
  /// The namespace and name of the Pod; a pattern such as `web-*` where a workload has yet to make it.
  public let pod: ObjectName
  /// The key of the annotation.
  @ByteExact public private(set) var annotation: String
  /// The entry.
  @ByteExact public private(set) var entry: String
  /// A service whose name is near; nil where there is none.
  @OptionalByteExact public private(set) var nearest: String?

  /// An entry of the given values.
  public init(pod: ObjectName, annotation: String, entry: String, nearest: String?) {
    self.pod = pod
    self.annotation = annotation
    self.entry = entry
    self.nearest = nearest
  }
}

extension StrayEntry: Identifiable {
  /// The entry itself: a Pod may have several.
  public var id: StrayEntry { self }
}
