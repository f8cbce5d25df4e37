/// What `preview` and `reconcile` print as JSON, as another program reads it.
struct Report: Decodable {
  let rules: String
  let pods: [Pod]

  struct Pod: Decodable {
    let namespace: String
    let name: String
    let injection: Injection
    let mesh: String?
    let dataplane: Outcome
    let findings: [Finding]

    /// `outcome reason`.
    var decision: String { "\(injection.outcome) \(injection.reason)" }
    /// `action`, or `action reason`.
    var action: String { ([dataplane.action] + [dataplane.reason].compactMap(\.self)).joined(separator: " ") }
    var networking: Networking? { dataplane.resource?.spec.networking }
    var inbounds: [Inbound] { networking?.inbound ?? [] }
    /// The tags of the first inbound.
    var tags: [String: String] { inbounds.first?.tags ?? [:] }
    var directAccess: [String]? { networking?.transparentProxying?.directAccessServices }
    var codes: [String] { findings.map(\.code) }
  }

  struct Injection: Decodable {
    let outcome: String
    let reason: String
    let message: String
    let evidence: Evidence?
  }

  struct Evidence: Decodable, Equatable {
    let place: String
    let key: String
    let value: String
  }

  struct Outcome: Decodable {
    let action: String
    let reason: String?
    let message: String?
    let resource: Resource?
  }

  struct Resource: Decodable {
    let mesh: String?
    let metadata: Metadata
    let spec: Spec
  }

  struct Metadata: Decodable {
    let name: String
    let namespace: String
    let labels: [String: String]?
    let annotations: [String: String]?
  }

  struct Spec: Decodable {
    let networking: Networking
  }

  struct Networking: Decodable {
    let address: String?
    let inbound: [Inbound]?
    let gateway: Gateway?
    let transparentProxying: TransparentProxying?
  }

  struct Inbound: Decodable {
    let port: Int
    let name: String?
    let tags: [String: String]?
    let state: String?
    let health: Health?

    /// `port service protocol readiness`, with the state where the release writes one that is not Ready.
    var row: String {
      let readiness = health.map { $0.ready == true ? "ready" : "not-ready" } ?? "unknown"
      let service = tags?["kuma.io/service"] ?? "-"
      let appProtocol = tags?["kuma.io/protocol"] ?? "-"
      return (["\(port) \(service) \(appProtocol) \(readiness)"] + [state].compactMap(\.self)).joined(separator: " ")
    }
  }

  struct Health: Decodable {
    let ready: Bool?
  }

  struct Gateway: Decodable {
    let tags: [String: String]?
  }

  struct TransparentProxying: Decodable {
    let directAccessServices: [String]?
  }

  struct Finding: Decodable {
    let code: String
    let severity: String
    let message: String
    let statement: String
  }
}
