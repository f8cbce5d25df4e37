import KubernetesObjects
import MeshMapping

extension Finding {
  /// The finding as a sentence that says what to do, safe to print.
  public var message: String {
    switch self {
    case .switchByAnnotation(let evidence):
      "\(evidence.key) is an annotation here; make it a label, the only way to guarantee that applications start with a sidecar only."
    case .switchNotRead(let evidence):
      "\(evidence.phrase) is not read by this release; make it a label."
    case .podRefused(let reason, let workload): reason.message(for: workload)
    case .dataplaneFails(let failure): failure.message
    case .runsWithoutSidecar(let workload): Self.runsWithoutSidecar(workload)
    case .wouldGetNoSidecar(let decision, let workload): Self.wouldGetNoSidecar(decision, workload)
    case .zoneProxyListenersSkipped(let service, let mesh):
      "Service \(service.printedSafely) of zone proxies gives no listeners, since mesh \(mesh.printedSafely) does not use MeshServices exclusively; set spec.meshServices.mode: Exclusive on the Mesh."
    case .serviceRefused(let service, let evidence):
      "Kuma refuses Service \(service.printedSafely) when it is written, since \(evidence.phrase) is no protocol that it knows; write another."
    case .sidecarNotLookedFor(let evidence):
      "The Pod has its sidecar, \(evidence.phrase); this release does not look for it there, and adds another to a Pod that is created with it."
    case .reservedLabel(let key, let value):
      "Label \(key.printedSafely)=\(value.printedSafely) is no tag, since keys that contain kuma.io/ are reserved to Kuma; choose another key."
    case .reservedLabelConverted(let key, let value):
      "Label \(key.printedSafely)=\(value.printedSafely) is reserved to Kuma and becomes a tag of this Pod all the same; remove it."
    case .emptyLabel(let key):
      "Label \(key.printedSafely) is empty and so no tag; give it a value if it should be one."
    case .overriddenLabel(let key, let value, let origin):
      "Label \(key.printedSafely)=\(value.printedSafely) is overridden by the tag of \(origin.phrase)."
    case .unresolvedTargetPort(let service, let port, let name):
      "Port \(port) of Service \(service.printedSafely) has target port \(name.quotedSafely), which no container port of the Pod is named; there is no inbound for it."
    case .portNotTCP(let service, let port, let transportProtocol):
      "Port \(port) of Service \(service.printedSafely) is \(transportProtocol.printedSafely); only TCP ports give inbounds."
    case .externalNameService(let service):
      "Service \(service.printedSafely) is of type ExternalName and gives no inbounds; remove its selector."
    case .targetPortFilledIn(let service, let port):
      "Port \(port) of Service \(service.printedSafely) has no target port; \(port) is taken, as the API server fills it in."
    case .invalidDataplane(let problem):
      "Kuma refuses the Dataplane: \(problem.path) \(problem.phrase)."
    case .invalidDataplaneStored(let problem, let reason):
      "The Dataplane is stored, though \(problem.path) \(problem.phrase): Kuma does not validate it, \(reason.phrase)."
    case .dataplaneRefused(let refusal): refusal.message
    case .directAccessEntry(let entry, let error):
      "Direct access entry \(entry.quotedSafely) matches no service on Kubernetes: \(error)."
    case .directAccessName(let entry, .serviceLabel):
      "Direct access entry \(entry.quotedSafely) matches only Dataplanes whose label \(KumaKey.serviceTag) it is; write \(DirectAccess.wildcard) to reach every service."
    case .directAccessName(let entry, _):
      "Direct access entry \(entry.quotedSafely) matches nothing in this release, where only \(DirectAccess.wildcard) counts; write that, or remove the entry."
    case .meshNameRefused(let problem):
      "Kuma refuses to create or change the Mesh of this Pod: its \(problem.path) \(problem.phrase); create one of another name and move the Pods there."
    case .directAccessToEveryService:
      "Direct access to every service is a resource intensive operation: the proxy gets a listener for every inbound of the mesh; list the services that are needed."
    case .directAccessToEveryServiceOnly:
      "Direct access to every service is a resource intensive operation: the proxy gets a listener for every inbound of the mesh; this release knows no direct access to some services only."
    case .differsFromReleases(let difference): difference.message
    case .outboundsNotMapped:
      "This release also writes an outbound for each virtual IP into the Dataplane; which there are, only the control plane knows, so they are left out here."
    }
  }

  private static func wouldGetNoSidecar(_ decision: InjectionDecision, _ workload: WorkloadReference?) -> String {
    let anew = "The Pod has a sidecar; made anew\(workload.map { " by \($0.phrase)" } ?? "")"
    switch decision {
    case .skip(.notRequested): return "\(anew) it would have none, since nothing asks for it."
    case .skip(.optedOut(let evidence)): return "\(anew) it would have none, since \(evidence.phrase) says so."
    case .skip(.excepted(let evidence)): return "\(anew) it would have none, since \(evidence.phrase) is an exception."
    case .skip(.webhookNotCalled(let misses)):
      let reasons = misses.map(\.phrase).joined(separator: "; ")
      return "\(anew) it would have none, since the API server does not ask the injector: \(reasons)."
    case .reject(let reason): return "\(anew) it would be refused. \(reason.message(for: workload))"
    case .inject, .skip, .unknown: return "\(anew) it would have none."
    }
  }

  private static func runsWithoutSidecar(_ workload: WorkloadReference?) -> String {
    let state = "The Pod runs without a sidecar and would get one now"
    guard let workload else { return "\(state); delete it and create it anew." }
    if let command = workload.restartCommand { return "\(state); make it anew with \(command)." }
    return "\(state); delete it, so that \(workload.phrase) makes it anew."
  }
}

extension Finding.Difference {
  /// The difference as a sentence, safe to print.
  public var message: String {
    switch self {
    case .whitespaceInDirectAccess:
      "As documented, whitespace around entries of the direct access does not count; every release keeps it, and such entries match nothing: write the list without whitespace."
    case .reservedLabelsWithoutService:
      "As documented, reserved labels are no tags; every release turns them into tags where no Service selects the Pod."
    case .nameWithoutService:
      "As documented, the service is named after the Pod; releases name it after the Pod's owner (from 2.1) or without the last two parts of the Pod's name (before)."
    }
  }
}
