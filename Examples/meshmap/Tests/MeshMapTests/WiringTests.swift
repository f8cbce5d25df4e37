import Foundation
import Testing

/// What stands between the parts of the command: the forms that `help json` tells, the manual page, the completions, and how wide text is.
@Suite("Wiring")
struct WiringTests {
  private static let manifest = """
    apiVersion: v1
    kind: Namespace
    metadata: {name: shop, labels: {kuma.io/sidecar-injection: enabled}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: till, namespace: shop}
    spec: {clusterIP: 10.96.0.1, selector: {app: till}, ports: [{name: http, port: 80, targetPort: 8080}]}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: till, namespace: shop}
    spec:
      selector: {matchLabels: {app: till}}
      template:
        metadata:
          labels: {app: till}
          annotations: {kuma.io/direct-access-services: "till_shop_svc_80,tilt_shop_svc_80"}
        spec: {containers: [{name: app, image: till, ports: [{containerPort: 8080}]}]}

    """

  /// The part of `help json` that is about a command.
  private static func form(of section: String) throws -> String {
    let text = try Command("help", "json").run().output
    let parts = text.components(separatedBy: "\n\n")
    let begin = try #require(parts.firstIndex(of: section), "\(section) is not in help json")
    let isTitle = { (part: String) in !part.hasPrefix(" ") }
    return parts[(begin + 1)...].prefix { !isTitle($0) }.joined(separator: "\n")
  }

  /// The keys of a value at any depth, but for those that are data, and for the resource, whose form is Kuma's.
  private static func keys(of value: Any) -> Set<String> {
    switch value {
    case let list as [Any]: return list.reduce(into: []) { $0.formUnion(keys(of: $1)) }
    case let object as [String: Any]:
      return object.reduce(into: Set(object.keys)) { keys, member in
        if member.key == "resource" || member.key == "tags" && member.value is [String: String] { return }
        keys.formUnion(Self.keys(of: member.value))
      }
    default: return []
    }
  }

  /// Each key that a command writes is named where its form is told.
  @Test(arguments: [
    ("PREVIEW, RECONCILE", ["preview"]), ("PREVIEW, RECONCILE", ["reconcile"]), ("EXPLAIN", ["explain", "web-7"]),
    ("EXPLAIN --want", ["explain", "--want", "not-injected", "frontend"]),
    ("EXPLAIN --want", ["explain", "--want", "service=none_shop_svc_80", "frontend"]),
    ("COMPARE", ["compare", "--from", "1.6.5", "--to", "2.14.3"]),
    ("COMPARE", ["compare", "--from", "2.9.4", "--with", "bakery/counter.yaml"]),
    ("UPGRADE", ["upgrade", "--from", "1.6.5", "--to", "3.0"]), ("VERIFY", ["verify"]), ("LINT", ["lint"]),
    ("SERVICES", ["services"]), ("SERVICES --tag", ["services", "--tag", "app=*"]), ("DIRECT-ACCESS", ["direct-access"]),
  ])
  func helpNamesTheKeysOfJSON(_ section: String, _ arguments: [String]) throws {
    // An explanation has a Pod of a preview in it.
    let form = try Self.form(of: section) + (section == "EXPLAIN" ? Self.form(of: "PREVIEW, RECONCILE") : "")
    for input in ["shop.json", "documentation"] where input == "shop.json" || arguments.count == 1 {
      let run = try Command(arguments + ["--output", "json", input]).run()
      let answer = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      for key in Self.keys(of: answer).sorted() { #expect(form.contains("\"\(key)\""), "\(arguments): \(key)") }
    }
  }

  @Test func helpNamesTheKeysOfCodes() throws {
    let form = try Self.form(of: "CODES")
    let run = try Command("codes", "--output", "json").run()
    for key in Self.keys(of: try JSONSerialization.jsonObject(with: Data(run.output.utf8))) {
      #expect(form.contains("\"\(key)\""), "\(key)")
    }
  }

  /// The manual page names each command and each of its options, once where most commands have it.
  @Test func theManualPageNamesEverything() throws {
    let page = try Command("help", "man").run()
    #expect(page.status == 0)
    #expect(page.lines.first?.hasPrefix(".TH MESHMAP 1 ") ?? false)
    for command in ["preview", "explain", "compare", "upgrade", "lint", "services", "direct-access", "codes"] {
      #expect(page.lines.contains(".SS meshmap \(command)"))
    }
    for option in ["--release", "--want", "--with", "--fix", "--tag", "--zone", "--output"] {
      let escaped = option.replacingOccurrences(of: "-", with: "\\-")
      #expect(page.lines.contains { $0.hasPrefix("\\fB\(escaped)\\fR") }, "\(option)")
    }
    #expect(page.lines.count { $0.hasPrefix("\\fB\\-\\-zone\\fR") } == 1)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completesInEveryShell(_ shell: String) throws {
    let run = try Command("--generate-completion-script", shell).run()
    #expect(run.status == 0)
    for word in ["preview", "direct-access", "want", "allow-incomplete"] { #expect(run.output.contains(word), "\(word)") }
  }

  // MARK: - Text

  /// No line is wider than the terminal, but for a word that is; commands go on behind a backslash.
  @Test(arguments: [
    ["compare", "--from", "1.6.5", "--to", "2.14.3"], ["upgrade", "--from", "1.6.5", "--to", "3.0"], ["lint"], ["verify"],
    ["explain", "--want", "not-injected", "frontend"], ["explain", "prometheus-server"], ["direct-access"],
  ])
  func eightyColumns(_ arguments: [String]) throws {
    let run = try Command(arguments + ["shop.json"]).run(environment: ["COLUMNS": "80"])
    #expect(run.lines.count > 1)
    // What is copied from a file stays as it is there.
    for line in run.lines where !line.contains(" | ") && line.drop(while: { $0 == " " }).contains(" ") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  /// A command that is broken into lines is still one for a shell, and says the same.
  @Test func aBrokenCommandIsOneForAShell() throws {
    let arguments = ["explain", "--want", "not-injected", "frontend", "shop.json"]
    let whole = try Command(arguments).run().lines.filter { $0.contains("kubectl") }.map { $0.drop { $0 == " " } }
    let broken = try Command(arguments).run(environment: ["COLUMNS": "60"]).output
    let joined = broken.replacingOccurrences(of: #" \\\n +"#, with: " ", options: .regularExpression)
    #expect(whole.count == 5)
    #expect(broken.contains(" -p \\\n"))
    for command in whole { #expect(joined.contains(command), "\(command)") }
  }

  // MARK: - Commands

  @Test func explanationsHaveTheCommandsOfFixes() throws {
    let run = try Command("explain", "prometheus-server", "shop.json").run()
    #expect(
      run.lines.contains(
        #"      kubectl patch service prometheus-server -n monitoring --type json -p '[{"op":"add","path":"/spec/ports/0/appProtocol","value":"http"}]'"#
      ))
    let want = try Command("explain", "--want", "not-injected", "frontend", "shop.json", "--output", "json").run()
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(want.output.utf8)) as? [String: Any])
    let edits = try #require((answer["change"] as? [String: Any])?["edits"] as? [[String: Any]])
    #expect(
      edits[1]["commands"] as? [String] == [
        "kubectl label namespace shop kuma.io/sidecar-injection=disabled --overwrite",
        "kubectl rollout restart deployment/frontend -n shop",
      ])
  }

  // MARK: - Compare

  /// A workload that only the manifests have is told of, and one that is refused needs attention.
  @Test func comparisonsTellWhatOnlyTheManifestsHave() throws {
    let added = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: new, namespace: shop}
      spec:
        selector: {matchLabels: {app: new}}
        template:
          metadata: {labels: {app: new, kuma.io/sidecar-injection: "enabled"}}
          spec: {containers: [{name: app, image: new}]}

      """
    let refused = added.replacingOccurrences(of: "\"enabled\"", with: "Enabled")
    let files = ["new.yaml": added, "refused.yaml": refused, "input.yaml": Self.manifest]
    try Command.withFolder(holding: files) { folder in
      let compare = ["compare", "--from", "2.9.4", "input.yaml", "--with"]
      let run = try Command(compare + ["new.yaml"]).run(in: folder)
      #expect(run.lines.contains("New in the manifests"))
      #expect(
        run.lines.contains(
          "  Deployment shop/new: A sidecar is added, since pod label kuma.io/sidecar-injection=enabled asks for it."))
      #expect(try Command(compare + ["new.yaml", "--fail-on", "any"]).run(in: folder).status == 1)
      let wrong = try Command(compare + ["refused.yaml"]).run(in: folder)
      #expect(wrong.status == 1)
      #expect(wrong.lines.first == "NOT READY: 1 of 2 workloads needs attention (Kuma 2.9.4)")
      #expect(wrong.lines.contains { $0.hasPrefix("! Deployment shop/new: The injector refuses the Pod") })
    }
  }

  @Test func comparisonsSayWhyTheyTryNoFixes() throws {
    let edit = "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}\n"
    try Command.withFolder(holding: ["edit.yaml": edit, "input.yaml": Self.manifest]) { folder in
      let arguments = ["compare", "--from", "2.9.4", "--with", "edit.yaml", "input.yaml"]
      let reason = "No fixes were tried, since the two sides have other objects: change the manifests, and compare again."
      for form in ["text", "json"] {
        let run = try Command(arguments + ["--output", form]).run(in: folder)
        #expect(run.output.contains(reason))
      }
    }
    let tried = try Command("compare", "--from", "1.6.5", "--to", "2.14.3", "shop.json").run()
    #expect(tried.status == 1)
    #expect(!tried.output.contains("No fixes were tried"))
  }

  /// A note on an object is something that changes, for those who ask for anything.
  @Test(arguments: ["compare", "upgrade"])
  func notesAreAnyChange(_ command: String) throws {
    let input = """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: till, namespace: shop, annotations: {kuma.io/transparent-proxying-inbound-v6-port: "15010"}}
      spec: {containers: [{name: app, image: till}]}

      """
    let arguments = [command, "--from", "2.6.15", "--to", "2.7.29", "--allow-incomplete", "-"]
    #expect(try Command(arguments).run(input: input).status == 0)
    let any = try Command(arguments + ["--fail-on", "any"]).run(input: input)
    #expect(any.output.contains("from 2.7.0: The annotation for the inbound IPv6 port is deprecated."))
    #expect(any.status == 1)
  }

  /// Replicas that one Pod is looked at for count all.
  @Test func notesCountTheReplicas() throws {
    let template = """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {kuma.io/sidecar-injection: enabled}}
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: till, namespace: shop}
      spec:
        template:
          metadata: {labels: {app: till}, annotations: {kuma.io/builtin-dns: disabled}}
          spec: {containers: [{name: app, image: till}]}

      """
    let pods = (0...1).map { number in
      """
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: till-\(number)
        namespace: shop
        labels: {app: till}
        annotations: {kuma.io/sidecar-injected: "true", kuma.io/builtin-dns: disabled}
        ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: till, uid: x, controller: true}]
      spec: {containers: [{name: app, image: till}, {name: kuma-sidecar, image: kuma}]}
      status: {phase: Running, podIP: 10.0.0.\(number + 1)}

      """
    }
    let run = try Command("upgrade", "--from", "2.14.3", "--to", "3.0", "-").run(input: template + pods.joined())
    #expect(run.output.contains("Pod shop/till-0 and 1 more of StatefulSet till, "))
  }

  // MARK: - What could not be read

  /// A Namespace that is there is not to be added but mended.
  @Test(arguments: ["preview", "explain"])
  func aNamespaceThatCannotBeRead(_ command: String) throws {
    let input = Self.manifest.replacingOccurrences(of: "labels: {kuma.io/sidecar-injection: enabled}", with: "labels: 5")
    let run = try Command(command, "-").run(input: input)
    #expect(run.status == 2)
    #expect(run.output.contains("Whether a sidecar is added is unknown, since Namespace shop could not be read; fix it."))
    #expect(!run.output.contains("not in the input"))
    let want = try Command("explain", "--want", "injected", "-").run(input: input)
    #expect(want.output.contains("The Pod's Namespace could not be read; fix it."))
  }
}
