/// Whose matter it is that inbounds lose tags between two control planes.
enum TagLoss: Hashable {
  /// The release after gives no Dataplane tags any more: a matter of the whole cluster, no trouble of one workload (CMP-5).
  case everywhere
  /// Tags are lost for another reason, a setting that only the control plane after has among them: a matter of each Pod.
  case ofEachPod

  /// Whose matter it is between two control planes.
  init(from old: ControlPlane, to new: ControlPlane) {
    let before = ControlPlane(rules: old.rules, settings: new.settings)
    self = before.areTagsEnabled && !new.areTagsEnabled ? .everywhere : .ofEachPod
  }
}
