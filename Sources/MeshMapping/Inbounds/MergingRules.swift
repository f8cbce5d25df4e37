/// All that decides which inbounds a control plane merges, but for what a Mesh says (INB-7).
struct MergingRules: Hashable {
  let merging: InboundRules.Merging
  let taggedMerging: InboundRules.Merging
  let key: InboundRules.MergingKey
  let survivor: InboundRules.Survivor
  let areTagsEnabled: Bool
  /// The mode of MeshServices where a Mesh says none.
  let mode: MeshServicesMode
}
