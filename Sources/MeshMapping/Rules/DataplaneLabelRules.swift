/// The rules of the labels of Dataplanes.
package struct DataplaneLabelRules: Sendable, Hashable {
  /// Whether the controller sets labels at all (LBL-1).
  package var computed: Presence
  /// Whether the type of the proxy is among the labels that are computed, by controller and webhook (LBL-1, ADM-2).
  package var proxyType: Presence
  /// Whether the service account is among them (LBL-2).
  package var serviceAccount: Presence
  /// Whether the workload is among them (LBL-3).
  package var workload: Presence
  /// Whether the labels of the Node are among them where inbounds have no tags (LBL-5).
  package var nodeLabels: Presence
  /// Whether the listeners of a zone proxy are among them (LBL-4).
  package var listeners: Presence
}
