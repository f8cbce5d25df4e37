import KubernetesObjects

/// EndpointSlices, found by the Service that they belong to. A slice that names no Service is not kept.
struct EndpointSliceIndex: Sendable, Hashable {
  /// The slices of each Service, in the order of their names.
  private var slices: [ObjectName: [EndpointSlice]] = [:]
  /// The Service of each slice.
  private var services: [ObjectName: ObjectName] = [:]

  /// The index of some slices; of two with the same name the last one holds. O(*n* log *n*).
  init(_ slices: some Sequence<EndpointSlice> = []) {
    var latest: [ObjectName: EndpointSlice] = [:]
    for slice in slices { latest[ObjectName(of: slice.metadata)] = slice }
    // In the order of their names each comes behind the one before.
    for name in latest.keys.sorted() { latest[name].map { insert($0) } }
  }

  /// Whether there are none.
  var isEmpty: Bool { services.isEmpty }

  /// The slices of a Service, by name.
  func slices(of service: ObjectName) -> [EndpointSlice] {
    slices[service] ?? []
  }

  /// The names of all slices, in no order.
  var names: some Sequence<ObjectName> { services.keys }

  /// The slice of a name.
  subscript(name: ObjectName) -> EndpointSlice? {
    guard let service = services[name], let slices = slices[service] else { return nil }
    let index = Self.index(of: name, in: slices)
    return Self.isNamed(name, at: index, in: slices) ? slices[index] : nil
  }

  /// Adds a slice, or replaces the one of its name. O(*n*) for the *n* slices of the Service, but O(log *n*) where they come in
  /// the order of their names.
  mutating func insert(_ slice: EndpointSlice) {
    let name = ObjectName(of: slice.metadata)
    remove(name)
    guard let service = slice.serviceName.map({ ObjectName(namespace: name.namespace, name: $0) }) else { return }
    services[name] = service
    let last = slices[service]?.last?.metadata.name
    let isLast = last.map { $0.precedesInBytes(name.name) } ?? true
    let index = isLast ? slices[service]?.count ?? 0 : Self.index(of: name, in: slices[service] ?? [])
    slices[service, default: []].insert(slice, at: index)
  }

  /// Removes the slice of a name.
  mutating func remove(_ name: ObjectName) {
    guard let service = services.removeValue(forKey: name) else { return }
    let index = Self.index(of: name, in: slices[service] ?? [])
    if Self.isNamed(name, at: index, in: slices[service] ?? []) { slices[service]?.remove(at: index) }
    if slices[service]?.isEmpty ?? false { slices[service] = nil }
  }

  private static func index(of name: ObjectName, in slices: [EndpointSlice]) -> Int {
    slices.partition { !$0.metadata.name.precedesInBytes(name.name) }
  }

  private static func isNamed(_ name: ObjectName, at index: Int, in slices: [EndpointSlice]) -> Bool {
    index < slices.count && slices[index].metadata.name.hasSameBytes(as: name.name)
  }
}
