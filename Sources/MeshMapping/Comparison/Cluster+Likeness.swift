import KubernetesObjects

extension Cluster {
  /// What the answers about each Pod rest on. O(*n*) for *n* Pods and Services.
  ///
  /// - Parameter nodeLabels: The labels of Nodes that may become tags.
  func likeness(nodeLabels: [String]) -> [ObjectName: PodLikeness] {
    let constrained = constrainedKeys.union(selectedKeys)
    let copied = nodeLabels.filter { !constrained.contains(ExactString($0)) && !$0.namesKuma }
    let nodes = nodeLikeness(labels: nodeLabels, copied: copied)
    var likeness: [ObjectName: PodLikeness] = [:]
    for (namespace, objects) in namespaces {
      let surroundings = PodLikeness.Surroundings(
        namespace: namespace,
        dataplanes: objects.dataplanes,
        ownLabels: objects.labelsOfNoInterest.filter { !constrained.contains(ExactString($0)) },
        isNameRead: constrained.contains(ExactString(KumaKey.instanceTag)),
        services: objects.servicesByEndpoint,
        nodes: nodes,
        copiedLabels: copied
      )
      for prepared in objects.pods.all {
        likeness[prepared.objectName] = PodLikeness(of: prepared.pod, in: surroundings)
      }
    }
    return likeness
  }

  /// The tags that constraints of any Mesh are about.
  private var constrainedKeys: Set<ExactString> {
    let constraints = meshes.names.compactMap { meshes[$0]?.constraints }
    return Set(constraints.flatMap { $0.requirements + $0.restrictions }.flatMap { $0.entries.map { ExactString($0.key) } })
  }

  /// The tags and labels that somebody selects by.
  private var selectedKeys: Set<ExactString> {
    Set(
      policySelections.all.compactMap { policy in
        switch policy.selection.target {
        case .tag(let key, _), .tagKey(let key), .label(let key, _, _): key
        case .inbound, .object: nil
        }
      })
  }

  /// The labels of each Node that may become tags, with what of their values matters.
  private func nodeLikeness(labels keys: [String], copied: [String]) -> [ExactString: StringMap] {
    clusterScoped.nodes.mapValues { prepared in
      var labels = StringMap()
      for key in keys { labels[key] = prepared.node.metadata.labels[key] }
      return labels.withoutPlainValues(of: copied)
    }
  }
}

extension NamespaceObjects {
  /// The labels that tell the Pods of a StatefulSet apart, where no Service selects by them.
  fileprivate var labelsOfNoInterest: [String] {
    ["statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index"].filter { key in
      !services.all.contains { $0.selector[key] != nil }
    }
  }

  /// The Services without a selector whose EndpointSlices name objects, by the identifiers of those, in order.
  fileprivate var servicesByEndpoint: [ExactString: [ExactString]] {
    var services: [ExactString: Set<ExactString>] = [:]
    for service in self.services.all where service.selector.isEmpty {
      for slice in endpointSlices.slices(of: ObjectName(of: service.metadata)) {
        for uid in slice.endpoints.compactMap(\.targetRef?.uid) {
          services[ExactString(uid), default: []].insert(ExactString(service.metadata.name))
        }
      }
    }
    return services.mapValues { $0.sorted { $0.string.precedesInBytes($1.string) } }
  }
}
