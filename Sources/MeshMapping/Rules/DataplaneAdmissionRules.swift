/// The rules of the webhooks that the API server asks about every Dataplane that is written, those of the controller included.
package struct DataplaneAdmissionRules: Sendable, Hashable {
  /// Whether they are asked about Dataplanes in kube-system (ADM-1).
  package var kubeSystem: Presence
  /// In which other namespaces they are asked (ADM-1).
  package var namespaces: Namespaces
  /// Whether the chart has a list of the namespaces that they are held to (ADM-1).
  package var allowList: Reading
  /// Whether Dataplanes are among the resources that the defaulting webhook is asked about (ADM-2).
  package var defaulting: Presence
  /// What the defaulting webhook does with the label of the service account (ADM-3).
  package var serviceAccount: LongLabel
  /// What it does with the label of the workload (ADM-3).
  package var workload: LongLabel
  /// Whether the validating webhook looks the Mesh up, which must exist then (ADM-5).
  package var meshLookup: Reading
  /// Whether the constraints of the Mesh are held against the tags (ADM-6).
  package var constraints: Reading

  /// In which namespaces but kube-system the webhooks are asked.
  package enum Namespaces: Sendable, Hashable {
    case all
    /// Only where the Namespace has the label of the injection, with whatever value.
    case labelled
  }

  /// What becomes of a label whose value may be longer than Kubernetes allows a label to be.
  package enum LongLabel: Sendable, Hashable {
    case kept
    case movedToAnnotation
  }
}
