/// The rules of the labels of Dataplanes.
package struct DataplaneLabelRules: Sendable, Hashable {
  /// Whether the controller sets labels at all (LBL-1).
  package var computed: Presence
  /// Whether the type of the proxy is among the labels that are computed, by controller and webhook (LBL-1, ADM-2).
  package var proxyType: ProxyType
  /// Whether the origin replaces one that is there (LBL-1, ADM-2).
  package var origin: Default
  /// Whether the zone and the environment do (LBL-1, ADM-2).
  package var zone: Default
  /// Whether the name to show is among them, and replaces one that is there (LBL-1, ADM-3).
  package var displayName: Presence
  /// What becomes of reserved labels of the Pod, of its Node and of the Dataplane as it was (LBL-6).
  package var reserved: Reserved
  /// Whether the service account is among them (LBL-2).
  package var serviceAccount: Presence
  /// Whether the workload is among them (LBL-3).
  package var workload: Presence
  /// Whether the labels of the Node are among them where inbounds have no tags (LBL-5).
  package var nodeLabels: Presence
  /// Whether the listeners of a zone proxy are among them (LBL-4).
  package var listeners: Presence

  /// What is done about the label of the type of the proxy.
  package enum ProxyType: Sendable, Hashable {
    case leftAlone
    case written
    case removed
  }

  /// What becomes of a label that is computed where there is one already.
  package enum Default: Sendable, Hashable {
    case whereAbsent
    case always
  }

  /// What becomes of labels whose key begins with `kuma.io/` or `k8s.kuma.io/`.
  package enum Reserved: Sendable, Hashable {
    case kept
    case dropped
  }
}
