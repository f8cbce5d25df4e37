import Foundation
import Testing

/// The ten questions of an operator, each with one command: the guide shows the command and its answer, and this runs what the guide shows.
@Suite struct TenQuestionsTests {
  /// A question, and what its answer has to say as one works it out from the sample by hand.
  struct Question: Sendable, CustomTestStringConvertible {
    let heading: String
    let decisive: [String]

    init(_ heading: String, _ decisive: String...) {
      self.heading = heading
      self.decisive = decisive
    }

    var testDescription: String { heading }
  }

  static let questions = [
    // The label of web-7 says Enabled. Kuma knows enabled and true, and the Pod's label comes before all other places.
    Question(
      "Why has it no sidecar?", "pod label kuma.io/sidecar-injection=Enabled says neither on nor off",
      "> pod label kuma.io/sidecar-injection: \"Enabled\", which decides"),
    // Either the label says enabled, or it goes and that of the Namespace shop holds, which is enabled. Nothing makes web-7, so it is
    // the Pod that is edited, and nobody recreates it.
    Question(
      "What do I have to change?", "Label Pod web-7 kuma.io/sidecar-injection=enabled.",
      "Remove the label kuma.io/sidecar-injection from Pod web-7.", "No other Pod is touched.",
      "Then recreate the Pod: a running Pod is not injected."),
    // Name, namespace, svc, port of the Service: counter has port 80 and appProtocol http, and its targetPort http is 8080; three
    // replicas. ledger has port 5432 and nothing that says a protocol; two replicas. ledger-writes selects ledger-0 only, by a label that
    // StatefulSets give. The CronJob has a Pod at night only, and the DaemonSet opts out.
    Question(
      "What will my service be called?", "counter_bakery_svc_80   http by appProtocol  port 8080  3 Pods to come",
      "ledger_bakery_svc_5432  tcp by default       port 5432  2 Pods to come",
      "bakery/ledger-writes selects those of the Pods to come, if any, that get the label"),
    // version=v2 is a label of both Pods of frontend; that of backend is canary, and no other Pod has one.
    Question(
      "Which Pods does a tag select?", "2 Pods have the tag version=v2", "shop/Deployment frontend · 2 Pods",
      "8080 frontend_shop_svc_80"),
    // market has cart, till with three replicas, and scale, whose own label says disabled and comes before that of the Namespace.
    Question(
      "Who else joins if I label the Namespace?", "Label Namespace market kuma.io/sidecar-injection=enabled.",
      "3 more Pods would join: till-*.", "kubectl label namespace market kuma.io/sidecar-injection=enabled --overwrite"),
    // The list is " backend_demo_svc_80, ,web_demo_svc_http,backend_demo_svc_80,,*x": whitespace and empty entries do not count as
    // documented, one entry stands twice, and two are no names. Service backend has port 80, target port 8080, and one Pod.
    Question(
      "Is this list of direct access right, and what does it cost?", "demo/client: 1 listener",
      "! \"web_demo_svc_http\" is not the name of a service", "! \"*x\" is not the name of a service",
      "backend_demo_svc_80 leads to 1 place", "10.244.0.46:8080  demo/backend", "1 listener in 1 proxy"),
    // The selector of Service till has app: tills, and no template has. That of cart selects the Pods of Deployment cart, which are in
    // no mesh, since nothing asks for a sidecar.
    Question(
      "Which Services point nowhere?", "! market/till selects no Pod of the input",
      "1 Service selects only Pods that are in no mesh: market/cart", "1 leads nowhere"),
    // Port 80 of Service prometheus-server has the name http and no appProtocol, and the Service no annotation for it.
    Question(
      "Why is it tcp?", "kuma.io/protocol=tcp  from the default",
      "though its name is http: Kuma does not read the names of ports",
      "'[{\"op\":\"add\",\"path\":\"/spec/ports/0/appProtocol\",\"value\":\"http\"}]'"),
    // Port 9090 of Service backend leads to metrics, which is 9090 of container statsd-exporter, whose status is not ready.
    Question(
      "Why is it not ready?", "backend_shop_svc_9090 on port 9090, tcp, not ready",
      "Inbound 9090 is not ready, since container statsd-exporter, which declares the port, is not."),
    // Line 67 of market.yaml is the selector of Service till, below two keys of two columns each, and 53 the label of Deployment till.
    Question(
      "Which line is at fault?", "--> Examples/Clusters/market.yaml:67:5 Service market/till", "67 |     app: tills",
      "|     ^^^^^^^^^^", "Examples/Clusters/market.yaml:53", "-     app: tills", "+     app: till"),
  ]

  private static let root = Command.samples.deletingLastPathComponent().deletingLastPathComponent()

  private static let guide: Result<[Substring], any Error> = Result {
    let page = root.appending(path: "Sources/MeshDiagnostics/MeshDiagnostics.docc/Answers.md")
    return try String(contentsOf: page, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The blocks of console below the heading of a question: the command, and what it prints.
  private func blocks(below heading: String) throws -> [[Substring]] {
    let lines = try Self.guide.get()
    let start = try #require(lines.firstIndex(of: "## \(heading)"), "The guide has no heading \(heading)")
    let section = Array(lines[(start + 1)...].prefix { !$0.hasPrefix("## ") })
    return section.indices.filter { section[$0] == "```console" }.map { Array(section[($0 + 1)...].prefix { $0 != "```" }) }
  }

  @Test(arguments: questions) func oneCommandAnswersWhatTheGuideShows(_ question: Question) throws {
    let blocks = try blocks(below: question.heading)
    try #require(blocks.count == 1)
    let shown = blocks[0]
    let call = try #require(shown.first)
    try #require(call.hasPrefix("$ meshmap "))
    let arguments = call.dropFirst("$ meshmap ".count).split(separator: " ").map(String.init)
    let run = try Command(arguments).run(in: Self.root)
    #expect(run.status == 0)
    #expect(Self.isShown(run.lines, by: shown.dropFirst()), "\(call) prints:\n\(run.output)")
    let answer = shown.dropFirst().joined(separator: "\n")
    for part in question.decisive { #expect(answer.contains(part), "The answer lacks: \(part)") }
  }

  @Test func theGuideHasTheseQuestionsOnly() throws {
    let lines = try Self.guide.get()
    #expect(lines.filter { $0 == "```console" }.count == Self.questions.count)
    // The table at the beginning has them in the same order.
    let asked = lines.filter { $0.hasPrefix("| ") && $0.contains("? |") }.map { $0.dropFirst(2).prefix { $0 != "|" } }
    #expect(asked.map { $0.trimmingCharacters(in: .whitespaces) } == Self.questions.map(\.heading))
  }

  @Test func linesThatAreLeftOutStandBetweenThoseThatAreNot() {
    let lines = ["a", "b", "c", "d"].map { Substring($0) }
    for pattern in [
      ["a", "b", "c", "d"], ["…", "d"], ["a", "…"], ["…", "b", "…"], ["a", "…", "d"], ["…", "b", "…", "d"],
    ] {
      #expect(Self.isShown(lines, by: pattern.map { Substring($0) }[...]), "\(pattern)")
    }
    for pattern in [
      ["a", "b"], ["b", "…"], ["…", "c"], ["a", "c", "…"], ["…", "c", "…", "b", "…"], ["a", "b", "c", "d", "…"],
      ["…", "b", "c", "…", "d"],
    ] {
      #expect(!Self.isShown(lines, by: pattern.map { Substring($0) }[...]), "\(pattern)")
    }
  }

  /// Whether lines are those that a guide shows, in which `…` stands for at least one line that is left out.
  private static func isShown(_ lines: [Substring], by shown: ArraySlice<Substring>) -> Bool {
    let pieces = shown.split(separator: "…", omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return Array(shown) == lines }
    var rest = lines[...]
    for (index, piece) in pieces.enumerated() {
      if index == 0 {
        guard rest.starts(with: piece) else { return false }
        rest = rest.dropFirst(piece.count)
      } else if index == pieces.count - 1 {
        return rest.count > piece.count && rest.suffix(piece.count).elementsEqual(piece)
      } else {
        let starts = rest.indices.dropFirst()
        guard let start = starts.first(where: { rest[$0...].starts(with: piece) }) else { return false }
        rest = rest[(start + piece.count)...]
      }
    }
    return true
  }
}
