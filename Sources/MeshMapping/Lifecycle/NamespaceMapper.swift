import KubernetesObjects

/// A namespace as a control plane sees it: what is worked out once for all of its Pods, and the way every Pod goes.
///
/// A Pod alone goes it as well as a Pod of a ``Cluster``; only how the objects around it are found differs (``ObjectLookup``).
///
/// A class, though nothing of it ever changes: it is looked at for every Pod, and handing on a dozen collections costs as many
/// counted references each time.
final class NamespaceMapper: Sendable {
  /// The control plane.
  let controlPlane: ControlPlane
  /// The Namespace; nil where there is none.
  let namespace: Namespace?
  /// How the objects around the Pods are found.
  let objects: any ObjectLookup
  /// What the controller looks at of the Namespace.
  let state: NamespaceState
  /// Whether the webhooks are asked about Dataplanes. Without a Namespace only releases map a Pod that ask everywhere.
  private let webhooks: DataplaneWebhooks
  /// The mesh of the Pods that name none themselves.
  private let meshOfOthers: MeshChoice

  /// The mapper of a namespace.
  init(of namespace: Namespace?, among objects: any ObjectLookup, under controlPlane: ControlPlane) {
    self.controlPlane = controlPlane
    self.namespace = namespace
    self.objects = objects
    state = NamespaceState(namespace)
    webhooks = namespace.map(controlPlane.dataplaneWebhooks) ?? controlPlane.dataplaneWebhooksWithoutNamespace
    meshOfOthers = controlPlane.meshOfOthers(in: namespace)
  }

  /// The mesh that the controller puts a Pod in.
  func mesh(of pod: Pod) -> MeshChoice {
    controlPlane.mesh(of: pod, others: meshOfOthers)
  }

  /// What one pass of the controller does with a Pod's Dataplane as the Pod stands (LIFE-1 … LIFE-7).
  ///
  /// - Parameters:
  ///   - prepared: The Pod.
  ///   - previous: The Dataplane as it stands; nil where there is none.
  func outcome(of prepared: PreparedPod, previous: Dataplane?) -> DataplaneOutcome {
    let pod = prepared.pod
    switch controlPlane.course(of: pod, in: state, .observed) {
    case .done(let outcome): return outcome
    case .mapped(let kind):
      return mapping(of: prepared, as: kind, in: mesh(of: pod), targetPorts: .asWritten, previous: previous).outcome
    }
  }

  /// What becomes of a Pod that is mapped, with the Services that belong to it.
  func mapping(
    of prepared: PreparedPod,
    as kind: ProxyKind,
    in mesh: MeshChoice,
    targetPorts: AbsentTargetPorts,
    previous: Dataplane?
  ) -> (services: [PreparedMatch], outcome: DataplaneOutcome) {
    if kind == .builtinGateway { return ([], builtinGatewayOutcome(of: prepared.pod, in: mesh, previous: previous)) }
    do throws(MappingFailure) {
      var services = try objects.services(of: prepared.pod)
      if targetPorts == .filledIn {
        services = services.map { PreparedMatch(service: $0.service.withTargetPortsFilledIn, relation: $0.relation) }
      }
      switch kind {
      case .sidecar, .builtinGateway:
        return (services, outcome(of: prepared, in: mesh, through: services, previous: previous))
      case .zoneIngress: return (services, zoneIngressOutcome(of: prepared, through: services))
      case .zoneEgress: return (services, zoneEgressOutcome(of: prepared, through: services))
      }
    } catch {
      return ([], .fail(error))
    }
  }

  /// What becomes of a Pod with a gateway that Kuma runs (GW-6 … GW-8). One that is as it should be is not written, and so not looked at
  /// by any webhook.
  private func builtinGatewayOutcome(of pod: Pod, in mesh: MeshChoice, previous: Dataplane?) -> DataplaneOutcome {
    do throws(MappingFailure) {
      let written = try controlPlane.builtinGatewayDataplane(of: pod, in: mesh.name, previous: previous)
      if let previous, previous == written { return .apply(previous) }
      return .apply(try controlPlane.storedDataplane(of: written, asking: webhooks, among: objects.meshes))
    } catch {
      return .fail(error)
    }
  }

  /// What becomes of a Pod that is a zone ingress (ZONE-1, ZONE-2).
  private func zoneIngressOutcome(of prepared: PreparedPod, through services: [PreparedMatch]) -> DataplaneOutcome {
    do throws(MappingFailure) {
      var (ingress, isAdvertisedUnknown) = try controlPlane.zoneIngress(of: prepared, through: services, among: objects)
      ingress.metadata = try controlPlane.storedMetadata(of: ingress.metadata, asking: webhooks, proxyType: "zoneingress")
      let advertised = isAdvertisedUnknown ? ["advertisedAddress", "advertisedPort"] : []
      let unknown = advertised.map { Unknown(path: "spec.networking.\($0)", needs: .nodes) }
      let services = Unknown(path: "spec.availableServices", needs: .controlPlane)
      return DataplaneOutcome.apply(.zoneIngress(ingress)).replacing(
        resource: .zoneIngress(ingress), unknownValues: ingress.availableServices.isEmpty ? unknown + [services] : unknown)
    } catch {
      return .fail(error)
    }
  }

  /// What becomes of a Pod that is a zone egress (ZONE-3).
  private func zoneEgressOutcome(of prepared: PreparedPod, through services: [PreparedMatch]) -> DataplaneOutcome {
    do throws(MappingFailure) {
      var egress = try controlPlane.zoneEgress(of: prepared, through: services, among: objects)
      egress.metadata = try controlPlane.storedMetadata(of: egress.metadata, asking: webhooks, proxyType: "zoneegress")
      return .apply(.zoneEgress(egress))
    } catch {
      return .fail(error)
    }
  }

  /// What becomes of a Pod that is mapped through some Services: the Dataplane as the API server stores it.
  private func outcome(
    of prepared: PreparedPod,
    in mesh: MeshChoice,
    through services: [PreparedMatch],
    previous: Dataplane?
  ) -> DataplaneOutcome {
    do throws(MappingFailure) {
      let written = try controlPlane.dataplane(
        of: prepared, in: mesh.name, through: services, among: objects, previous: previous)
      let stored = try controlPlane.storedDataplane(
        of: written, asking: webhooks, among: objects.meshes, knowing: knownOutbounds(of: written))
      return DataplaneOutcome.apply(stored)
        .replacing(resource: .dataplane(stored), unknownValues: controlPlane.unknownOutbounds)
    } catch {
      return .fail(error)
    }
  }

  /// What is known of the outbounds of a Dataplane, which are some of those of its mesh.
  private func knownOutbounds(of dataplane: Dataplane) -> KnownOutbounds {
    guard !dataplane.networking.outbound.isEmpty, let mesh = objects.outbounds(of: dataplane.mesh) else { return .nothing }
    return mesh.areAllowed ? .areAllowed : .nothing
  }

  /// What is done about target ports that a Service leaves out (PORT-5).
  enum AbsentTargetPorts {
    /// They are the number 0, as the controller finds them.
    case asWritten
    /// They are the port's own number, as the API server fills them in.
    case filledIn
  }
}
