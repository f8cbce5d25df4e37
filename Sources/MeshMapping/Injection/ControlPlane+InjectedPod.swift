public import KubernetesObjects

extension ControlPlane {
  /// A Pod as the injector leaves it, as far as the mapping reads it (WRITE-1 … WRITE-8): annotated, with its mesh written
  /// down, its probes redirected and a container named `kuma-sidecar`. What is written replaces what the user put there unless a
  /// rule says otherwise.
  ///
  /// The sidecar has no status yet. Where the whole configuration of transparent proxying is annotated (WRITE-8), only that it is
  /// there is reported: nothing of the mapping depends on what it says.
  public func injectedPod(_ pod: Pod, in namespace: Namespace) -> Pod {
    var injected = pod
    let written = rules.injection.written
    let mesh = injectorMesh(of: pod, in: namespace).name
    switch written.mesh {
    case .annotation: injected.metadata.annotations[KumaKey.mesh] = mesh
    case .label: injected.metadata.labels[KumaKey.mesh] = mesh
    }
    injected.metadata.annotations[KumaKey.sidecarInjected] = "true"
    if written.proxying == .annotations { annotateProxying(of: &injected, as: pod) }
    switch written.adminPort {
    case .notWritten: break
    case .writtenUnlessPresent where proxyingForm == .notKnown && pod.metadata.annotations[KumaKey.adminPort] != nil: break
    case .writtenUnlessPresent, .written:
      injected.metadata.annotations[KumaKey.adminPort] = "\(settings.injector.adminPort)"
    }
    addSidecar(to: &injected)
    redirectProbes(of: &injected, as: pod)
    return injected
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
