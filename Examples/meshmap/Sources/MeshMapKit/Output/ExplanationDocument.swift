import KubernetesObjects
package import MeshDiagnostics
package import MeshMapping

/// What `explain` prints: what `preview` prints of the Pod, and the steps behind it.
package struct ExplanationDocument: Encodable {
  let rules: String
  let pod: PodDocument
  let explanation: PodExplanation

  package init(rules: String, explanation: PodExplanation, findings: [Finding]) {
    self.rules = rules
    self.explanation = explanation
    pod = PodDocument(explanation.report, findings: findings)
  }

  private enum CodingKeys: String, CodingKey {
    case rules, pods, steps
  }

  private enum StepKeys: String, CodingKey {
    case webhook, injection, mesh, services, tags, droppedLabels
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rules, forKey: .rules)
    try container.encode([pod], forKey: .pods)
    var steps = container.nestedContainer(keyedBy: StepKeys.self, forKey: .steps)
    try steps.encode(WebhookDocument(explanation.report.admission.webhook), forKey: .webhook)
    try steps.encode(explanation.switches.map(ReadingDocument.init), forKey: .injection)
    try steps.encode(explanation.meshes.map(ReadingDocument.init), forKey: .mesh)
    try steps.encode(explanation.services.map(ServiceDocument.init), forKey: .services)
    try steps.encode(TagsDocument.all(of: explanation.report.outcome), forKey: .tags)
    try steps.encode(explanation.droppedLabels.map(DroppedLabelDocument.init), forKey: .droppedLabels)
  }
}

/// Whether the injector is asked.
private struct WebhookDocument: Encodable {
  var called: String?
  var notCalled: [String]?

  init(_ call: WebhookCall) {
    switch call {
    case .called(let webhook): called = webhook.string
    case .notCalled(let misses): notCalled = misses.map(\.phrase)
    case .assumed: called = "assumed"
    }
  }
}

/// What stands at a place.
private struct ReadingDocument: Encodable {
  let place: String
  let value: String?

  init(_ reading: PodExplanation.Lookup) {
    place = reading.place.name
    value = reading.evidence?.value
  }
}

/// Whether a Service belongs to the Pod.
private struct ServiceDocument: Encodable {
  let name: String
  let belongs: Bool
  let reason: String
  let ports: [PortDocument]?

  init(_ service: ServiceExplanation) {
    name = service.name
    reason = service.verdict.phrase
    if case .belongs(_, let found) = service.verdict {
      belongs = true
      ports = found.map(PortDocument.init)
    } else {
      belongs = false
      ports = nil
    }
  }
}

/// What a Service's port is on the Pod.
private struct PortDocument: Encodable {
  let port: Int
  let target: String

  init(_ port: ServiceExplanation.Port) {
    self.port = port.port.port
    target = port.phrase
  }
}

/// The tags of one inbound or the gateway, each with its origin.
private struct TagsDocument: Encodable {
  let inbound: Int?
  let tags: [TagDocument]

  static func all(of outcome: DataplaneOutcome) -> [TagsDocument] {
    guard let networking = outcome.dataplane?.networking else { return [] }
    let gateway = networking.gateway.map { [TagsDocument(inbound: nil, tags: $0.tags.map(TagDocument.init))] } ?? []
    return gateway + networking.inbound.map { TagsDocument(inbound: $0.port, tags: $0.tags.map(TagDocument.init)) }
  }
}

/// A tag with its origin.
private struct TagDocument: Encodable {
  let key: String
  let value: String
  let origin: String

  init(_ tag: KumaTag) {
    key = tag.key
    value = tag.value
    origin = tag.origin.rawValue
  }
}

/// A label that is no tag.
private struct DroppedLabelDocument: Encodable {
  let key: String
  let value: String
  let reason: String

  init(_ label: DroppedLabel) {
    key = label.key
    value = label.value
    reason = label.reason.phrase
  }
}
