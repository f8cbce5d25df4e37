package import KubernetesObjects

extension ServiceRules {
  /// Whether a Service is annotated to be left out (SVC-3). A value that cannot be read does not leave it out.
  func leavesOut(_ service: Service, words: SwitchWords) -> Bool {
    guard ignoreAnnotation == .read, let value = service.metadata.annotations[KumaKey.ignore] else { return false }
    return switch ignoreForm {
    case .asGoBool: GoBool.parse(value) == true
    case .asSwitch: words.setting(of: value) == .on
    }
  }
}

extension ControlPlane {
  /// Whether a Service is annotated to be left out (SVC-3). A value that cannot be read does not leave it out.
  package func isIgnored(_ service: Service) -> Bool {
    rules.services.leavesOut(service, words: rules.switchWords)
  }
}
