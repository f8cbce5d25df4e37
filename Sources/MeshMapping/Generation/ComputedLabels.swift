/// What the labels that Kuma computes for a Dataplane follow from. The controller and the defaulting webhook compute them alike, the
/// controller from what the Dataplane held before.
struct ComputedLabels {
  /// The namespace of the Dataplane.
  let namespace: String
  /// The name of its mesh; nil for the proxy of a zone, which has none.
  let mesh: String?
  /// The label of the origin that it has already.
  let origin: String?
  /// What it listens on.
  var listeners: [Dataplane.Listener] = []
  /// What kind of proxy it is.
  let proxyType: String
  /// The name to show; nil where it is not to be written.
  var displayName: String?
  /// The service account of the Pod; nil where it is not to be written.
  var serviceAccount: String?
  /// What names the workload of the Pod; nil where it is not to be written.
  var workload: String?

  /// What kind of proxy a Dataplane is that holds something; one that does not exist yet is a sidecar's. Only a builtin gateway counts as one
  /// here.
  static func proxyType(of networking: Dataplane.Networking?) -> String {
    networking?.gateway?.type == .builtin ? "gateway" : "sidecar"
  }
}
