import KubernetesObjects

extension ControlPlane {
  /// Whether a namespace can be held to one mesh, so that the Dataplanes in it matter to the Pods that are created there.
  var isHeldToOneMesh: Bool {
    rules.podValidation.meshesPerNamespace == .read && settings.meshesPerNamespace == .one
  }

  /// Why a Pod that is created is refused, injected or not, though the injector lets it pass (REFUSE-1 … REFUSE-3); nil where it is not.
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
    among objects: InjectorObjects
  ) -> InjectionDecision.RejectReason? {
    guard settings.admission == .asInstalled else { return nil }
    // The API server looks at the labels before it asks.
    if verdict == .inject, let mesh = meshThatIsNoLabel(of: pod, in: namespace) { return .meshNameNotALabel(mesh) }
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
    return other.map { other in
      .secondMesh(
        ExactString(mesh.name), namedBy: mesh.evidence,
        existing: ExactString(other.metadata.labels[KumaKey.mesh] ?? other.mesh))
    }
  }

  /// What names the mesh of a Pod that is injected, where its name is to be a label of the Pod and cannot be one (REFUSE-3). What a label names is
  /// a value of one already.
  private func meshThatIsNoLabel(of pod: Pod, in namespace: Namespace) -> Evidence? {
    guard rules.injection.written.mesh == .label else { return nil }
    let isAnnotated = pod.metadata.annotations[KumaKey.mesh] != nil || namespace.metadata.annotations[KumaKey.mesh] != nil
    guard isAnnotated else { return nil }
    let mesh = injectorMesh(of: pod, in: namespace)
    return LabelSyntax.isValue(mesh.name) ? nil : mesh.evidence
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
