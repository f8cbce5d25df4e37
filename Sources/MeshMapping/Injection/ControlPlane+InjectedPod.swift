public import KubernetesObjects

extension ControlPlane {
  /// A Pod as the injector leaves it, as far as the mapping reads it (WRITE-1 … WRITE-6): annotated, with its mesh written
  /// down, its probes redirected and a container named `kuma-sidecar`. What is written replaces what the user put there unless a
  /// rule says otherwise.
  ///
  /// The sidecar has no status yet. With the control plane's default settings for the ports of transparent proxying.
  public func injectedPod(_ pod: Pod, in namespace: Namespace) -> Pod {
    var injected = pod
    let written = rules.injection.written
    let mesh = injectorMesh(of: pod, in: namespace).name
    switch written.mesh {
    case .annotation: injected.metadata.annotations[KumaKey.mesh] = mesh
    case .label: injected.metadata.labels[KumaKey.mesh] = mesh
    }
    injected.metadata.annotations[KumaKey.sidecarInjected] = "true"
    if written.proxying == .annotations { writeProxying(on: &injected) }
    switch written.adminPort {
    case .notWritten: break
    case .writtenUnlessPresent where pod.metadata.annotations[KumaKey.adminPort] != nil: break
    case .writtenUnlessPresent, .written: injected.metadata.annotations[KumaKey.adminPort] = "9901"
    }
    addSidecar(to: &injected)
    redirectProbes(of: &injected, as: pod)
    return injected
  }

  /// Writes what is redirected as annotations (WRITE-1, WRITE-4).
  private func writeProxying(on pod: inout Pod) {
    pod.metadata.annotations[KumaKey.transparentProxying] = "enabled"
    pod.metadata.annotations[KumaKey.redirectPortInbound] = "\(RedirectPort.inbound)"
    pod.metadata.annotations[KumaKey.redirectPortOutbound] = "\(RedirectPort.outbound)"
    switch rules.injection.written.ipv6 {
    case .port: pod.metadata.annotations[KumaKey.redirectPortInboundV6] = "\(RedirectPort.inboundV6)"
    case .familyMode:
      let isKept = rules.injection.written.ownFamilyMode == .kept
      let own = isKept ? pod.metadata.annotations[KumaKey.ipFamilyMode] : nil
      pod.metadata.annotations[KumaKey.ipFamilyMode] = own.flatMap { $0.isEmpty ? nil : $0 } ?? "dualstack"
    }
  }

  /// Adds the sidecar where the release puts it (WRITE-6). It declares no ports.
  private func addSidecar(to pod: inout Pod) {
    if areSidecarsNative {
      pod.spec.initContainers.insert(Container(name: KumaContainer.sidecar, restartPolicy: "Always"), at: 0)
      return
    }
    let sidecar = Container(name: KumaContainer.sidecar)
    switch rules.injection.written.sidecarPosition {
    case .first: pod.spec.containers.insert(sidecar, at: 0)
    case .last: pod.spec.containers.append(sidecar)
    }
  }

  /// Whether the sidecar is an init container that goes on running (WRITE-6).
  var areSidecarsNative: Bool {
    guard settings.kubernetesVersion >= .nativeSidecars else { return false }
    switch rules.injection.written.nativeSidecars {
    case .unknown: return false
    case .offByDefault: return settings.injector.nativeSidecars == .enabled
    case .onByDefault: return settings.injector.nativeSidecars != .disabled
    case .always: return true
    }
  }
}

/// The ports that traffic is redirected to where the control plane is not set otherwise.
enum RedirectPort {
  static let inbound = 15006
  static let inboundV6 = 15010
  static let outbound = 15001
}
