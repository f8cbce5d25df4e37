public import KubernetesObjects

extension ControlPlane {
  /// What the API server stores of a Dataplane that the controller writes, once the webhooks were asked that are to be asked
  /// (ADM-1 … ADM-8): the Dataplane with its labels and annotations as they are then, or why it is refused.
  ///
  /// - Parameters:
  ///   - written: The Dataplane as the controller writes it.
  ///   - namespace: Its Namespace.
  ///   - meshes: The meshes that exist.
  /// - Complexity: O(*n*) for *n* tags and labels, times the constraints of the Mesh.
  public func storedDataplane(
    of written: Dataplane,
    in namespace: Namespace,
    among meshes: MeshCatalog = .every
  ) -> Result<Dataplane, MappingFailure> {
    Result { () throws(MappingFailure) in
      try storedDataplane(of: written, asking: dataplaneWebhooks(in: namespace), among: meshes)
    }
  }

  /// What the API server stores of a Dataplane, where it is known whether it asks the webhooks.
  ///
  /// - Parameters:
  ///   - written: The Dataplane as the controller writes it.
  ///   - webhooks: Whether the webhooks are asked.
  ///   - meshes: The meshes that exist.
  ///   - outbounds: What is known of its outbounds.
  /// - Throws: ``MappingFailure`` where the Dataplane is refused.
  func storedDataplane(
    of written: Dataplane,
    asking webhooks: DataplaneWebhooks,
    among meshes: MeshCatalog,
    knowing outbounds: KnownOutbounds = .nothing
  ) throws(MappingFailure) -> Dataplane {
    switch webhooks {
    case .notAsked(.leftOut): return written
    case .notAsked:
      if let refusal = labelRefusal(of: written.metadata) { throw .dataplaneRefused(refusal) }
      return written
    case .asked:
      let stored = defaulted(written)
      // The API server looks at metadata itself between the webhooks that alter an object and those that refuse it.
      if let refusal = labelRefusal(of: stored.metadata) { throw .dataplaneRefused(refusal) }
      let problems = answeredProblems(of: stored, knowing: outbounds)
      if !problems.isEmpty { throw .dataplaneRefused(.invalid(problems)) }
      if rules.admission.meshLookup == .read, !meshes.contains(stored.mesh) { throw .meshNotFound(ExactString(stored.mesh)) }
      if let refusal = constraintRefusal(of: stored, among: meshes) { throw .dataplaneRefused(refusal) }
      return stored
    }
  }

  /// What the API server stores of the metadata of a zone's proxy, which the validating webhook is not asked about (ZONE-5).
  ///
  /// - Throws: ``MappingFailure`` where it is refused.
  func storedMetadata(
    of written: Dataplane.Metadata,
    asking webhooks: DataplaneWebhooks,
    proxyType: String
  ) throws(MappingFailure) -> Dataplane.Metadata {
    switch webhooks {
    case .notAsked(.leftOut): return written
    case .notAsked:
      if let refusal = labelRefusal(of: written) { throw .dataplaneRefused(refusal) }
      return written
    case .asked:
      let stored = defaulted(written, mesh: nil, proxyType: proxyType)
      if let refusal = labelRefusal(of: stored) { throw .dataplaneRefused(refusal) }
      return stored
    }
  }

  /// The labels that the control plane computes from names which may be longer than a label (ADM-7). Those of the Pod are known to
  /// be labels.
  private func labelRefusal(of metadata: Dataplane.Metadata) -> DataplaneRefusal? {
    // One after the other, since a list of them would be made for every Pod.
    labelRefusal(of: KumaKey.mesh, in: metadata) ?? labelRefusal(of: KumaKey.zoneTag, in: metadata)
      ?? labelRefusal(of: KumaKey.serviceAccount, in: metadata) ?? labelRefusal(of: KumaKey.workload, in: metadata)
      ?? labelRefusal(of: KumaKey.displayName, in: metadata)
  }

  private func labelRefusal(of key: String, in metadata: Dataplane.Metadata) -> DataplaneRefusal? {
    guard let value = metadata.labels[key], !LabelSyntax.isValue(value) else { return nil }
    return .invalidLabel(key: ExactString(key), value: ExactString(value))
  }
}
