public import KubernetesObjects

extension ControlPlane {
  /// What the gateway annotation makes of a Pod (GW-1, GW-4). `builtin` is told apart before, by the lifecycle.
  ///
  /// - Throws: ``MappingFailure`` where the value is none that the release knows.
  public func gatewayKind(of pod: Pod) throws(MappingFailure) -> GatewayKind {
    guard rules.gateway.annotation == .read, let value = pod.metadata.annotations[KumaKey.gateway] else { return .none }
    let evidence = Evidence(.podAnnotation, key: KumaKey.gateway, value: value)
    switch rules.gateway.values {
    case .switchWords:
      switch rules.switchWords.setting(of: value) {
      case .on: return .delegated
      case .off: return .none
      case .unreadable: throw .unreadableSwitch(evidence)
      }
    case .enabledOrProvided:
      switch value {
      case "enabled": return .delegated
      case "provided": return .provided
      default: throw .invalidGatewayType(evidence)
      }
    }
  }

  /// The gateway of a Pod that is one (GW-2, GW-3, GW-5).
  func gateway(
    _ kind: GatewayKind,
    of prepared: PreparedPod,
    through matches: [PreparedMatch],
    among objects: any ObjectLookup
  ) throws(MappingFailure) -> Dataplane.Gateway {
    if kind == .provided, let deployment = try deploymentName(of: prepared.pod, among: objects) {
      let name = ServiceName(name: deployment, namespace: prepared.pod.metadata.effectiveNamespace)
      return Dataplane.Gateway(tags: Tags([KumaTag(key: KumaKey.gatewayServiceName, value: "\(name)", origin: .owner)]))
    }
    let first = try inbounds(of: prepared, through: matches, among: objects).first
    return Dataplane.Gateway(tags: first?.tags ?? Tags())
  }

  private func deploymentName(of pod: Pod, among objects: any ObjectLookup) throws(MappingFailure) -> String? {
    switch rules.gateway.deployment {
    case .owner:
      let owner = try ownerName(of: pod, among: objects)
      return owner.kind == "Deployment" ? owner.name : nil
    case .firstReplicaSet:
      guard let owner = pod.metadata.ownerReferences.first(where: { $0.kind == ReplicaSet.kind }) else { return nil }
      let name = ObjectName(namespace: pod.metadata.effectiveNamespace, name: owner.name)
      guard let replicaSet = objects.replicaSet(name) else {
        throw .ownerNotFound(kind: ExactString(ReplicaSet.kind), name: name)
      }
      return replicaSet.metadata.ownerReferences.first { $0.kind == "Deployment" }?.name
    }
  }
}
