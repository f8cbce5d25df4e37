/// What is done about the webhooks that the API server asks about a Dataplane that the controller writes, and the one that validates
/// Pods, and about the second controller, which deletes the Dataplanes of finished Pods in old releases. The injector is asked all the
/// same.
public enum AdmissionStage: Sendable, Hashable {
  /// They are asked as the release installs them: the Dataplane is as it is stored, or is refused; so may the Pod be.
  case asInstalled
  /// They are left out, and so is the second controller: the Dataplane is as the controller writes it.
  case leftOut
}
