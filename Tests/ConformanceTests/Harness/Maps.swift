import KubernetesObjects
import MeshMapping

extension StringMap {
  /// The entries as a dictionary, for comparing in one go.
  var dictionary: [String: String] {
    Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }
}

extension Tags {
  /// The tags as a dictionary, for comparing in one go.
  var dictionary: [String: String] {
    Dictionary(sorted.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }
}

extension StringMap {
  /// The annotations with which the injector switches transparent proxying on.
  static let proxied: StringMap = [
    "kuma.io/transparent-proxying": "enabled",
    "kuma.io/transparent-proxying-inbound-port": "15006",
    "kuma.io/transparent-proxying-outbound-port": "15001",
  ]

  /// The entries of another map, with these beside or over them.
  func over(_ other: StringMap) -> StringMap {
    StringMap(other.entries + entries)
  }
}
