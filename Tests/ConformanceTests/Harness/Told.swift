import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// What a finding tells, as the tables of the mapping expect it: its code and its sentence. Findings have tables of their own besides, with
/// their places; those that hint at something are only there.
struct Told: Hashable, Sendable {
  let code: String
  let message: String

  init(_ code: String, _ message: String) {
    self.code = code
    self.message = message
  }

  init(_ finding: Finding) {
    self.init(finding.code, finding.message)
  }

  /// What a cluster has to tell of a Pod, as far as the tables of the mapping expect it.
  static func findings(of cluster: Cluster, on report: PodReport) -> [Told] {
    cluster.findings(on: report).filter { codes.contains($0.code) }.map(Told.init)
  }

  static let codes: Set<String> = [
    "switch-by-annotation", "switch-not-read", "pod-refused", "dataplane-fails", "runs-without-sidecar",
    "would-get-no-sidecar", "zone-proxy-listeners-skipped", "service-refused", "sidecar-not-looked-for", "reserved-label",
    "reserved-label-converted", "empty-label", "overridden-label", "unresolved-target-port", "port-not-tcp",
    "external-name-service", "target-port-filled-in", "invalid-dataplane", "invalid-dataplane-stored", "dataplane-refused",
    "direct-access-entry", "direct-access-name", "mesh-name-refused", "direct-access-to-every-service",
    "differs-from-releases", "outbounds-not-mapped",
  ]
}

extension Told {
  static func switchByAnnotation(_ evidence: Evidence) -> Told {
    Told(
      "switch-by-annotation",
      "\(evidence.key) is an annotation here; make it a label, the only way to guarantee that applications start with a sidecar only."
    )
  }

  static func switchNotRead(_ evidence: Evidence) -> Told {
    Told("switch-not-read", "\(evidence.phrase) is not read by this release; make it a label.")
  }

  static func podRefused(_ reason: InjectionDecision.RejectReason, of workload: WorkloadReference?) -> Told {
    Told("pod-refused", reason.message(for: workload))
  }

  static func dataplaneFails(_ failure: MappingFailure) -> Told { Told("dataplane-fails", failure.message) }

  static func runsWithoutSidecar(of workload: WorkloadReference?) -> Told {
    let state = "The Pod runs without a sidecar and would get one now"
    guard let workload else { return Told("runs-without-sidecar", "\(state); delete it and create it again.") }
    let command = "kubectl rollout restart \(workload.kind.lowercased())/\(workload.name) -n \(workload.namespace)"
    return Told("runs-without-sidecar", "\(state); recreate it with \(command).")
  }

  static func wouldGetNoSidecar(_ decision: InjectionDecision, of workload: WorkloadReference?) -> Told {
    let anew = "The Pod has a sidecar; recreated\(workload.map { " by \($0.kind) \($0.name)" } ?? "") it would"
    let rest =
      switch decision {
      case .skip(.notRequested): "have none, since nothing asks for it."
      case .skip(.optedOut(let evidence)): "have none, since \(evidence.phrase) says so."
      case .skip(.excepted(let evidence)): "have none, since \(evidence.phrase) is an exception."
      case .skip(.webhookNotCalled(let misses)):
        "have none, since the API server does not ask the injector: \(misses.map(\.phrase).joined(separator: "; "))."
      case .reject(let reason): "be refused. \(reason.message(for: workload))"
      default: "have none."
      }
    return Told("would-get-no-sidecar", "\(anew) \(rest)")
  }

  static func zoneProxyListenersSkipped(service: String, mesh: String) -> Told {
    Told(
      "zone-proxy-listeners-skipped",
      "Service \(service) of zone proxies gives no listeners, since mesh \(mesh) does not use MeshServices exclusively; set spec.meshServices.mode: Exclusive on the Mesh."
    )
  }

  static func serviceRefused(service: String, _ evidence: Evidence) -> Told {
    Told(
      "service-refused",
      "Kuma refuses Service \(service) when it is written, since \(evidence.phrase) is no protocol that it knows; write another."
    )
  }

  static func sidecarNotLookedFor(_ evidence: Evidence) -> Told {
    Told(
      "sidecar-not-looked-for",
      "The Pod has its sidecar, \(evidence.phrase); this release does not look for it there, and adds another to a Pod that is created with it."
    )
  }

  static func reservedLabel(key: String, value: String) -> Told {
    Told(
      "reserved-label",
      "Label \(key)=\(value) is no tag, since keys that contain kuma.io/ are reserved to Kuma; choose another key.")
  }

  static func reservedLabelConverted(key: String, value: String) -> Told {
    Told(
      "reserved-label-converted",
      "Label \(key)=\(value) is reserved to Kuma and becomes a tag of this Pod all the same; remove it.")
  }

  static func emptyLabel(key: String) -> Told {
    Told("empty-label", "Label \(key) is empty and so no tag; give it a value if it should be one.")
  }

  static func overriddenLabel(key: String, value: String, by origin: TagOrigin) -> Told {
    Told("overridden-label", "Label \(key)=\(value) is overridden by the tag of \(origin.phrase).")
  }

  static func unresolvedTargetPort(service: String, port: Int, name: String, initContainer: String? = nil) -> Told {
    let state = "Port \(port) of Service \(service) has target port \"\(name)\", which"
    let rest =
      initContainer.map {
        "only init container \($0) has; Kuma looks at the other containers only, so that there is no inbound for it."
      } ?? "no container port of the Pod is named; there is no inbound for it."
    return Told("unresolved-target-port", "\(state) \(rest)")
  }

  static func portNotTCP(service: String, port: Int, transportProtocol: String) -> Told {
    Told("port-not-tcp", "Port \(port) of Service \(service) is \(transportProtocol); only TCP ports give inbounds.")
  }

  static func externalNameService(service: String) -> Told {
    Told(
      "external-name-service", "Service \(service) is of type ExternalName and gives no inbounds; remove its selector.")
  }

  static func externalNameInbound(service: String) -> Told {
    Told(
      "external-name-service",
      "Service \(service) is of type ExternalName and gives the Pod inbounds all the same, though its name leads elsewhere; remove its selector."
    )
  }

  static func targetPortFilledIn(service: String, port: Int, declared: String) -> Told {
    Told(
      "target-port-filled-in",
      "Port \(port) of Service \(service) has no target port, so that the API server takes \(port), which no container declares; they declare \(declared). Write down the one that is meant."
    )
  }

  static func invalidDataplane(_ problem: ValidationProblem) -> Told {
    Told("invalid-dataplane", "Kuma refuses the Dataplane: \(problem.path) \(problem.phrase).")
  }

  static func invalidDataplaneStored(_ problem: ValidationProblem, _ reason: DataplaneWebhooks.Reason) -> Told {
    Told(
      "invalid-dataplane-stored",
      "The Dataplane is stored, though \(problem.path) \(problem.phrase): Kuma does not validate it, \(reason.phrase).")
  }

  static func dataplaneRefused(_ refusal: DataplaneRefusal) -> Told { Told("dataplane-refused", refusal.message) }

  static func directAccessEntry(_ entry: String, _ error: ServiceNameError) -> Told {
    Told("direct-access-entry", "Direct access entry \(entry.quotedSafely) matches no service on Kubernetes: \(error).")
  }

  static func directAccessName(_ entry: String, _ matching: DirectAccess.NameMatching) -> Told {
    let rest =
      matching == .serviceLabel
      ? "matches only Dataplanes whose label kuma.io/service it is; write * to reach every service."
      : "matches nothing in this release, where only * counts; write that, or remove the entry."
    return Told("direct-access-name", "Direct access entry \"\(entry)\" \(rest)")
  }

  static func meshNameRefused(_ problem: ValidationProblem) -> Told {
    Told(
      "mesh-name-refused",
      "Kuma refuses to create or change the Mesh of this Pod: its \(problem.path) \(problem.phrase); create one of another name and move the Pods there."
    )
  }

  private static let everyService =
    "Direct access to every service is a resource intensive operation: the proxy gets a listener for every inbound of the mesh;"

  static let directAccessToEveryService = Told(
    "direct-access-to-every-service", "\(everyService) list the services that are needed.")

  static let directAccessToEveryServiceOnly = Told(
    "direct-access-to-every-service", "\(everyService) this release knows no direct access to some services only.")

  enum Difference { case whitespaceInDirectAccess, reservedLabelsWithoutService, nameWithoutService }

  static func differsFromReleases(_ difference: Difference) -> Told {
    let sentence =
      switch difference {
      case .whitespaceInDirectAccess:
        "As documented, whitespace around entries of the direct access does not count; every release keeps it, and such entries match nothing: write the list without whitespace."
      case .reservedLabelsWithoutService:
        "As documented, reserved labels are no tags; every release turns them into tags where no Service selects the Pod."
      case .nameWithoutService:
        "As documented, the service is named after the Pod; releases name it after the Pod's owner (from 2.1) or without the last two parts of the Pod's name (before)."
      }
    return Told("differs-from-releases", sentence)
  }

  static let outboundsNotMapped = Told(
    "outbounds-not-mapped",
    "This release also writes an outbound for each virtual IP into the Dataplane; which there are, only the control plane knows, so they are left out here."
  )
}
