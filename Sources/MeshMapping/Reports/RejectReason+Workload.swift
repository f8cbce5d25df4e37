extension InjectionDecision.RejectReason {
  /// The refusal of a Pod that a workload makes, as a sentence that says what to do and where; safe to print.
  public func message(for workload: WorkloadReference?) -> String {
    guard let workload, isAboutThePod else { return message }
    return "\(message.dropLast()), in the template of \(workload.phrase)."
  }

  /// Whether what is wrong stands on the Pod, and so in the template that it is made from.
  fileprivate var isAboutThePod: Bool {
    switch self {
    case .unreadableSwitch(let evidence): [.podLabel, .podAnnotation].contains(evidence.place)
    case .sidecarUserInUse, .unreadableAdminPort, .unreadableAnnotation, .unreadableGateway, .virtualProbesOfGateway,
      .probeProxyOfGateway, .probePortInUse, .missingTokenVolume, .reservedWorkloadLabel:
      true
    case .missingContainerPatches(let ofControlPlane, _, _): ofControlPlane.isEmpty
    case .namespaceNotFound, .meshNotFound, .missingProxyConfigMap, .secondMesh, .meshNameNotALabel: false
    }
  }
}
