/// The rules of the labels of Dataplanes.
public struct DataplaneLabelRules: Sendable, Hashable {
  /// Whether the controller sets labels at all (LBL-1).
  public var computed: TagRules.Presence
  /// Whether the service account is among them (LBL-2).
  public var serviceAccount: TagRules.Presence
  /// Whether the workload is among them (LBL-3).
  public var workload: TagRules.Presence
  /// Whether the labels of the Node are among them where inbounds have no tags (LBL-5).
  public var nodeLabels: TagRules.Presence
  /// Whether the listeners of a zone proxy are among them (LBL-4).
  public var listeners: TagRules.Presence
}
