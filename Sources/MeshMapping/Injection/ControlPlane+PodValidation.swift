import KubernetesObjects

extension ControlPlane {
  /// Whether a namespace can be held to one mesh, so that the Dataplanes in it matter to the Pods that are created there.
  var isHeldToOneMesh: Bool {
    rules.podValidation.meshesPerNamespace == .read && settings.meshesPerNamespace == .one
  }

  /// Why the webhook that validates Pods refuses one that is created, injected or not (REFUSE-1, REFUSE-2); nil where it does not, or
  /// is not asked.
  ///
  /// - Parameters:
  ///   - pod: The Pod as its user wrote it.
  ///   - namespace: Its Namespace.
  ///   - verdict: What is decided about its injection.
  ///   - objects: What else is read.
  func validationRefusal(
    of pod: Pod,
    in namespace: Namespace,
    _ verdict: InjectionDecision.Verdict,
    among objects: MeshObjects
  ) -> InjectionDecision.RejectReason? {
    guard settings.admission == .asInstalled else { return nil }
    guard rules.podValidation.workloadLabel == .present || isHeldToOneMesh else { return nil }
    guard isValidationAsked(in: namespace) else { return nil }
    if rules.podValidation.workloadLabel == .present,
      let label = MetadataPlace.podLabel.evidence(of: KumaKey.workload, in: pod.metadata)
    {
      return .reservedWorkloadLabel(label)
    }
    guard isHeldToOneMesh else { return nil }
    // What the injector wrote on the Pod is there already.
    let mesh = verdict == .inject ? injectorMesh(of: pod, in: namespace) : self.mesh(of: pod, in: namespace)
    let other = objects.dataplanes.first { dataplane in
      // The Dataplane that the Pod has now goes with it.
      guard !dataplane.metadata.name.hasSameBytes(as: pod.metadata.name) else { return false }
      return !(dataplane.metadata.labels[KumaKey.mesh]?.hasSameBytes(as: mesh.name) ?? false)
    }
    return other.map { .secondMesh(ExactString(mesh.name), existing: ExactString($0.mesh)) }
  }

  /// Whether the API server asks the webhook about the Pods of a Namespace: it carries the label of the injection, whatever that says,
  /// and is neither kube-system nor the control plane's, and on the list of namespaces where there is one.
  private func isValidationAsked(in namespace: Namespace) -> Bool {
    let scope = InjectionWebhook.NamespaceScope.allButKubeSystemAndRelease
    let allowList = NamespaceAllowList(rules.injection.webhooks.allowList, of: settings)
    if let allowList, !allowList.contains(namespace.metadata.name) { return false }
    return namespace.metadata.labels[KumaKey.sidecarInjection] != nil
      && scope.contains(namespace.metadata.name, systemNamespace: settings.systemNamespace)
  }
}
