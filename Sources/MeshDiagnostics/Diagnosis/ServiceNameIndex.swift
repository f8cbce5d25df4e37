import KubernetesObjects
import MeshMapping

/// The names of services, among which those are looked for that somebody meant.
struct ServiceNameIndex {
  private let all: NameIndex
  /// The names of Services by namespace, and the names of services by both, in order.
  private var names: [ExactString: NameIndex] = [:]
  private var services: [ObjectName: [String]] = [:]

  /// The names of services, in order. O(*n* log *n*).
  init(of names: [String]) {
    all = NameIndex(of: names)
    var found: [ExactString: [String]] = [:]
    for name in names.compactMap({ ServiceName(reading: $0) }) {
      let service = ObjectName(namespace: name.namespace, name: name.name)
      if services[service] == nil { found[ExactString(name.namespace), default: []].append(name.name) }
      services[service, default: []].append(name.description)
    }
    self.names = found.mapValues { NameIndex(of: $0) }
  }

  /// The service that is most likely meant by an entry: another port of the Service that it names, or a name in its namespace that is
  /// near. Names of different Services are mostly alike in their ends, which say nothing.
  func nearest(to entry: String) -> String? {
    guard let meant = ServiceName(reading: entry) else { return all.nearest(to: entry) }
    guard let name = names[ExactString(meant.namespace)]?.nearest(to: meant.name) else { return nil }
    let found = services[ObjectName(namespace: meant.namespace, name: name)] ?? []
    return NearestName.of(entry, among: found) ?? found.first
  }
}
