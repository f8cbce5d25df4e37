/// A label or annotation that a controller puts on a Pod, over what the template says of the same key.
public struct RunTimeEntry: Sendable, Hashable {
  /// The key.
  @ByteExact public private(set) var key: String
  /// The value, as far as it is known before there is a Pod.
  public let value: RunTimeString
  /// The version 1.*n* of Kubernetes from which on it is added, by default; 0 where all do that anybody runs.
  public let minorVersion: Int
  /// The role of the Pods that have it, where others have what the template says; nil where all have it.
  public let role: PodRole?

  /// An entry with the given values.
  init(_ key: String, _ value: RunTimeString, since minorVersion: Int = 0, of role: PodRole? = nil) {
    self.key = key
    self.value = value
    self.minorVersion = minorVersion
    self.role = role
  }
}

extension RunTimeEntry {
  /// The value that every Pod has; nil if it is unknown before there are Pods.
  public var knownValue: String? { role == nil ? value.value : nil }

  /// Adds the entry to what a Pod has of the template, as far as it is known.
  func addAsKnown(to map: inout StringMap) {
    map[key] = knownValue
  }

  /// Adds the entry to what a Pod has of the template, with what only a running one has made up.
  func add(to map: inout StringMap, with standIn: StandIn) {
    if let role, role != standIn.role { return }
    map[key] = value.string(with: standIn)
  }
}
