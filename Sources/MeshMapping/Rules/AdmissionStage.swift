/// What is done about the webhooks that the API server asks about a Dataplane that the controller writes.
public enum AdmissionStage: Sendable, Hashable {
  /// They are asked as the release installs them: the Dataplane is as it is stored, or is refused.
  case asInstalled
  /// They are left out: the Dataplane is as the controller writes it.
  case leftOut
}
