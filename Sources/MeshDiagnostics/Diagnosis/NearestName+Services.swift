import KubernetesObjects
import MeshMapping

extension NearestName {
  /// The service that is most likely meant by an entry: another port of the Service that it names, or a name in its namespace that is
  /// near. Names of different Services are mostly alike in their ends, which say nothing.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - names: The names of the services that there are, in order.
  static func service(_ entry: String, among names: [String]) -> String? {
    guard let meant = ServiceName(reading: entry) else { return of(entry, among: names) }
    let near = names.compactMap { ServiceName(reading: $0) }.filter { $0.namespace.hasSameBytes(as: meant.namespace) }
    let name = of(meant.name, among: near.map(\.name))
    let found = near.filter { service in name.map { service.name.hasSameBytes(as: $0) } ?? false }
    let names = found.map(\.description)
    return of(entry, among: names) ?? names.first
  }
}
