/// What the labels that Kuma computes for a Dataplane follow from. The controller and the defaulting webhook compute them alike, the
/// controller from what the Dataplane held before.
struct ComputedLabels {
  /// The namespace of the Dataplane.
  let namespace: String
  /// The name of its mesh.
  let mesh: String
  /// The label of the origin that it has already.
  let origin: String?
  /// What it holds; nil where it did not exist.
  let networking: Dataplane.Networking?
  /// The name to show; nil where it is not to be written.
  var displayName: String?
  /// The service account of the Pod; nil where it is not to be written.
  var serviceAccount: String?
  /// What names the workload of the Pod; nil where it is not to be written.
  var workload: String?
}
