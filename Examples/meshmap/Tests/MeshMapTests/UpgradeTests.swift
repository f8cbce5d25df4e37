import Foundation
import Testing

/// `upgrade`, and what `compare` answers beside two releases, through the built command.
@Suite("Upgrade")
struct UpgradeTests {
  /// A workload that asks for its sidecar itself, in a Namespace without the label, which 2.11 needs.
  private static let unlabelled = """
    apiVersion: v1
    kind: Namespace
    metadata: {name: shop}
    ---
    apiVersion: kuma.io/v1alpha1
    kind: Mesh
    metadata: {name: default}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: till, namespace: shop}
    spec: {clusterIP: 10.96.0.1, selector: {app: till}, ports: [{port: 80, targetPort: 8080}]}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: till, namespace: shop}
    spec:
      selector: {matchLabels: {app: till}}
      template:
        metadata: {labels: {app: till, kuma.io/sidecar-injection: enabled}}
        spec: {containers: [{name: app, image: till, ports: [{containerPort: 8080}]}]}

    """

  /// What a list left out, or could not be read, may be what needs attention.
  @Test(arguments: ["Pod", "Mesh", "Deployment"]) func whatIsNotReadIsNotReady(_ kind: String) throws {
    let group = ["Pod": "v1", "Mesh": "kuma.io/v1alpha1", "Deployment": "apps/v1"][kind] ?? ""
    let labelled = Self.unlabelled.replacing(
      "{name: shop}", with: "{name: shop, labels: {kuma.io/sidecar-injection: enabled}}")
    let cut = "---\n{apiVersion: \(group), kind: \(kind)List, metadata: {continue: x}, items: []}\n"
    for command in ["upgrade", "compare"] {
      let arguments = [command, "--from", "2.9.4", "--to", "2.11", "-"]
      let whole = try Command(arguments).run(input: labelled)
      #expect(whole.status == 0, "\(whole.output)")
      let run = try Command(arguments).run(input: labelled + cut)
      #expect(run.status == 3)
      #expect(run.output.hasPrefix("CANNOT TELL"), "\(run.output)")
      #expect(run.output.contains("a list of \(kind) objects was cut off"), "\(run.output)")
      #expect(!run.lines.contains { $0.contains(": READY") }, "\(run.output)")
    }
  }

  /// Policies that a list left out may select by what changes, and be what a release refuses; of a `List` nobody knows what it left out.
  @Test(arguments: [
    ("{apiVersion: kuma.io/v1alpha1, kind: MeshTimeoutList, metadata: {continue: x}, items: []}", "a list of MeshTimeout"),
    (
      "{apiVersion: kuma.io/v1alpha1, kind: ZoneIngressList, metadata: {remainingItemCount: 2}, items: []}", "of ZoneIngress"
    ),
    ("{apiVersion: v1, kind: ResourceQuotaList, metadata: {continue: x}, items: []}", "a list of ResourceQuota objects"),
    ("{apiVersion: v1, kind: List, metadata: {continue: x}, items: []}", "a List was cut off"),
    ("{total: 9, next: 'http://x', items: [{type: MeshRetry, mesh: default, name: x, spec: {}}]}", "a list of MeshRetry"),
  ])
  func policiesThatAListLeftOut(_ cut: String, _ told: String) throws {
    let labelled = Self.unlabelled.replacing(
      "{name: shop}", with: "{name: shop, labels: {kuma.io/sidecar-injection: enabled}}")
    for command in ["upgrade", "compare"] {
      let arguments = [command, "--from", "2.13.10", "--to", "3.0", "-"]
      #expect(try Command(arguments).run(input: labelled).status == 0)
      let run = try Command(arguments).run(input: labelled + "---\n\(cut)\n")
      #expect(run.status == 3, "\(cut)")
      #expect(run.output.hasPrefix("CANNOT TELL"), "\(run.output)")
      #expect(run.output.contains(told), "\(run.output)")
      let json = try Command(arguments + ["--output", "json"]).run(input: labelled + "---\n\(cut)\n")
      #expect(json.status == 3)
      #expect(json.output.contains("\"verdict\": \"cannot-tell\""))
      #expect(json.output.contains(told))
    }
  }

  /// What a verdict rests on is told by both commands, in every form, be the Pods there or yet to be made.
  @Test func whatAVerdictRestsOnIsTold() throws {
    let alone = Self.unlabelled.components(separatedBy: "---\n")
    let input = alone[0] + "---\n" + alone[3]
    let sentences = [
      "The input has no Service, so no Pod is taken to be behind one.",
      "The input has no Mesh, so the mesh default is taken to be as an installation creates it.",
      "The input has no policies, so nothing is taken to select by tags or labels.",
    ]
    for command in ["upgrade", "compare"] {
      let arguments = [command, "--from", "2.9.4", "--to", "2.10", "-"]
      let run = try Command(arguments).run(input: input)
      #expect(run.status == 0)
      let told = run.lines.drop { $0 != "What this rests on" }.dropFirst()
      #expect(told.prefix(3) == sentences.map { "  \($0)" }[...])
      let json = try Command(arguments + ["--output", "json"]).run(input: input)
      for sentence in sentences { #expect(json.output.contains(sentence)) }
      #expect(json.output.contains("\"restsOn\""))
    }
    let page = try Command("upgrade", "--from", "2.9.4", "--to", "2.10", "--output", "html", "-").run(input: input)
    for sentence in sentences { #expect(page.output.contains(sentence)) }
    let verified = try Command("verify", "--release", "2.9.4", "-").run(input: input)
    for sentence in sentences.prefix(2) { #expect(verified.lines.contains("  \(sentence)")) }
    #expect(!verified.output.contains(sentences[2]))
  }

  /// What the injector wrote on a Pod that runs is no reason to tell its owner to remove it; what its template says is.
  @Test func annotationsOfTheInjectorAreNotThoseOfTheOwner() throws {
    let running =
      Self.unlabelled.replacing("Deployment", with: "StatefulSet") + """
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: till-0
          namespace: shop
          labels: {app: till, kuma.io/sidecar-injection: enabled}
          ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: till, uid: x, controller: true}]
          annotations:
            kuma.io/sidecar-injected: "true"
            kuma.io/builtin-dns: enabled
            kuma.io/builtin-dns-port: "15053"
            kuma.io/virtual-probes: enabled
            kuma.io/virtual-probes-port: "9000"
            kuma.io/transparent-proxying-inbound-v6-port: "15010"
        spec: {containers: [{name: app, image: till}, {name: kuma-sidecar, image: kuma}]}
        status: {phase: Running, podIP: 10.0.0.1}

        """
    let arguments = ["upgrade", "--from", "2.6.0", "--to", "3.0", "-"]
    let run = try Command(arguments).run(input: running)
    #expect(!run.output.contains("annotations for"), "\(run.output)")
    #expect(!run.output.contains("IPv6"), "\(run.output)")
    let written = running.replacing(
      "metadata: {labels: {app: till, kuma.io/sidecar-injection: enabled}}",
      with:
        "metadata: {labels: {app: till, kuma.io/sidecar-injection: enabled}, annotations: {kuma.io/virtual-probes: enabled}}"
    )
    let told = try Command(arguments).run(input: written)
    #expect(told.lines.contains("  from 3.0.0: The annotations for virtual probes are not read."))
    #expect(told.lines.contains("    fix: remove the annotations for virtual probes"))
  }

  @Test func tellsTheWayAndTheEdit() throws {
    let run = try Command("upgrade", "--from", "2.9.4", "--to", "2.11", "-").run(input: Self.unlabelled)
    #expect(run.status == 1)
    #expect(
      run.lines.prefix(5) == [
        "NOT READY: 1 of 1 workload needs attention", "safe up to 2.10.11; first trouble 2.11.0", "",
        "                      2.11", "Deployment shop/till  L",
      ])
    #expect(run.lines.contains("2.9.4 to 2.10.11: READY, 2 steps"))
    #expect(run.lines.contains("2.10.11 to 2.11.18: NOT READY, 1 workload"))
    #expect(run.lines.contains("  1 workload loses its sidecar once its Pods are recreated, from 2.11.0 on"))
    #expect(run.lines.contains("      kubectl label namespace shop kuma.io/sidecar-injection=disabled --overwrite"))
    #expect(run.lines.contains("      tested: fixes it and changes nothing before the upgrade"))
  }

  /// The command that was told, done in the manifest, makes the next run green.
  @Test func theEditMakesTheNextRunGreen() throws {
    let labelled = Self.unlabelled.replacingOccurrences(
      of: "metadata: {name: shop}", with: "metadata: {name: shop, labels: {kuma.io/sidecar-injection: disabled}}")
    let run = try Command("upgrade", "--from", "2.9.4", "--to", "2.11", "-").run(input: labelled)
    #expect(run.status == 0)
    #expect(run.lines.prefix(2) == ["READY: nothing needs attention in 1 workload", "safe up to 2.11.18"])
  }

  @Test func tellsProgramsTheSame() throws {
    let run = try Command("upgrade", "--from", "2.10.11", "--to", "2.11", "--output", "json", "-").run(
      input: Self.unlabelled)
    #expect(run.status == 1)
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(answer["verdict"] as? String == "not-ready")
    #expect(answer["firstTrouble"] as? String == "2.11.0")
    #expect(answer["safeUpTo"] == nil)
    let steps = try #require(answer["steps"] as? [[String: Any]])
    let troubles = try #require(steps.last?["troubles"] as? [[String: Any]])
    #expect(troubles.map { $0["effect"] as? String } == ["loses-sidecar"])
    let workloads = try #require(troubles.first?["workloads"] as? [[String: Any]])
    #expect(workloads.map { $0["name"] as? String } == ["till"])
    let fixes = try #require(troubles.first?["fixes"] as? [[String: Any]])
    #expect(fixes.first?["changesNow"] as? [String] == [])
  }

  /// A Pod with a sidecar and some ports, of which a Service leads to one.
  private static func ports(_ ports: String, annotations: String = "") -> String {
    """
    apiVersion: v1
    kind: Namespace
    metadata: {name: shop, labels: {kuma.io/sidecar-injection: enabled}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: till, namespace: shop}
    spec: {clusterIP: 10.96.0.1, selector: {app: till}, ports: [{port: 80, targetPort: 8080}]}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: till, namespace: shop}
    spec:
      selector: {matchLabels: {app: till}}
      template:
        metadata: {labels: {app: till}, annotations: {\(annotations)}}
        spec: {containers: [{name: app, image: app, ports: [\(ports)]}]}
    """
  }

  /// A port that two want is trouble of the workload, with an edit that was tried.
  @Test func aPortThatTheSidecarTakesIsNotReady() throws {
    let run = try Command("upgrade", "--from", "2.8.8", "--to", "2.9", "-").run(
      input: Self.ports("{containerPort: 8080}, {containerPort: 9001}"))
    #expect(run.status == 1)
    #expect(
      run.lines.prefix(6) == [
        "NOT READY: 1 of 1 workload needs attention", "first trouble 2.9.0", "", "                      2.9",
        "Deployment shop/till  T", "T  workloads use a port that the sidecar takes",
      ])
    #expect(run.lines.contains("    fix: annotate the Pods kuma.io/application-probe-proxy-port=9010"))
    let compared = try Command("compare", "--from", "2.8.8", "--to", "2.9", "-").run(
      input: Self.ports("{containerPort: 8080}, {containerPort: 9001}"))
    #expect(compared.status == 1)
    #expect(compared.lines.first == "NOT READY: 1 of 1 workload needs attention (2.8.8 to 2.9.19)")
  }

  /// A port that closes, and that nobody is known to ask, is said in the first lines and in the step; the status is that of READY.
  @Test(arguments: [[], ["--fail-on", "any"]])
  func whatIsToBeReadIsSaidFirst(_ options: [String]) throws {
    let input = Self.ports("{containerPort: 8080}, {containerPort: 9797}")
    let run = try Command(["upgrade", "--from", "2.12.14", "--to", "2.14"] + options + ["-"]).run(input: input)
    #expect(run.status == (options.isEmpty ? 0 : 1))
    #expect(
      run.lines.prefix(2) == [
        "READY but for 1 note to read, of 2.13.0: nothing else needs attention in 1 workload",
        "safe up to 2.14.3 but for the note of 2.13.0",
      ])
    #expect(run.lines.contains("2.12.14 to 2.13.10: READY but for 1 note to read"))
    let compared = try Command(["compare", "--from", "2.12.14", "--to", "2.13"] + options + ["-"]).run(input: input)
    #expect(compared.status == run.status)
    #expect(
      compared.lines.first
        == "READY but for 1 note to read, of 2.13.0: nothing else needs attention in 1 workload (2.12.14 to 2.13.10)")
    let page = try Command("upgrade", "--from", "2.12.14", "--to", "2.14", "--output", "html", "-").run(input: input)
    #expect(page.output.contains("<p class=\"verdict to-read\">READY but for 1 note to read"))
    let answer = try Command("upgrade", "--from", "2.12.14", "--to", "2.14", "--output", "json", "-").run(input: input)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect(object["verdict"] as? String == "ready")
    #expect(object["notesToRead"] as? [String] == ["strict-inbound-ports"])
  }

  /// Steps that lack the same are one, and so are workloads of one namespace that meet the same.
  @Test func whatIsTheSameIsSaidOnce() throws {
    let deployments = (1...5).map { number in
      Self.unlabelled.components(separatedBy: "---\n").suffix(1).joined()
        .replacingOccurrences(of: "name: till", with: "name: till-\(number)")
    }
    let unknown = try Command("upgrade", "--from", "2.10.11", "-").run(input: deployments.joined(separator: "\n---\n"))
    #expect(unknown.status == 3)
    #expect(unknown.lines.filter { $0.contains("CANNOT TELL, ") || $0.hasSuffix(": CANNOT TELL") }.count <= 2)
    let namespace = Self.unlabelled.components(separatedBy: "---\n").dropLast()
    let known = try Command("upgrade", "--from", "2.10.11", "--to", "2.11", "-").run(
      input: (Array(namespace) + deployments).joined(separator: "\n---\n"))
    #expect(known.lines.contains("5 Deployments of shop  L"), "\(known.output)")
    let three = try Command("upgrade", "--from", "2.10.11", "--to", "2.11", "-").run(
      input: (Array(namespace) + deployments.prefix(3)).joined(separator: "\n---\n"))
    #expect(three.lines.contains("Deployment shop/till-1  L"), "\(three.output)")
  }

  /// Where there are more rows than one looks through, those of all namespaces that meet the same are one.
  @Test(arguments: [24, 25])
  func manyNamespacesAreOneRow(_ count: Int) throws {
    let parts = Self.unlabelled.components(separatedBy: "---\n")
    let input = (1...count).flatMap { number in
      parts.map { part in
        part.replacingOccurrences(of: "namespace: shop", with: "namespace: shop-\(number)")
          .replacingOccurrences(of: "name: shop", with: "name: shop-\(number)")
      }
    }
    let run = try Command("upgrade", "--from", "2.10.11", "--to", "2.11", "-").run(input: input.joined(separator: "\n---\n"))
    #expect(run.lines.first == "NOT READY: \(count) of \(count) workloads need attention")
    #expect(run.lines.contains("25 Deployments in 25 namespaces  L") == (count == 25), "\(run.output)")
    #expect(run.lines.contains { $0.hasPrefix("Deployment shop-24/till ") } == (count == 24))
  }

  /// The page stands by itself, and what comes from the input is no markup in it.
  @Test func thePageNeedsNothingElse() throws {
    let hostile = Self.unlabelled.replacingOccurrences(of: "8080}]}]}", with: "8080}]}], serviceAccountName: '<script>'}")
    let run = try Command("upgrade", "--from", "2.10.11", "--to", "3.0", "--output", "html", "-").run(input: hostile)
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("<!DOCTYPE html>"))
    for word in ["<script", "src=", "url(", "@import", "<link"] { #expect(!run.output.contains(word), "\(word)") }
    #expect(run.output.contains("<details><summary>Deployment shop/till</summary><div id=\"w0\">"))
    #expect(run.output.contains("NOT READY"))
    // On paper each workload is told once, and few columns stand in letters that one reads.
    #expect(run.output.contains("<section class=\"stories\">") && run.output.contains(".stories { display: none; }"))
    #expect(run.output.contains("<div class=\"wide\"><table>"))
  }

  /// Of many commands the text has the first ones and says where the others are; the page and the JSON have all.
  @Test func allCommandsCanBeCopied() throws {
    let input = (1...14).map { Self.unlabelled.replacingOccurrences(of: "shop", with: "shop-\($0)") }.joined(
      separator: "---\n")
    let arguments = ["upgrade", "--from", "2.10.11", "--to", "2.11", "-"]
    let text = try Command(arguments).run(input: input)
    #expect(text.output.contains("… and 4 more, all of them with --output json"), "\(text.output)")
    let page = try Command(arguments + ["--output", "html"]).run(input: input)
    #expect(page.output.contains("<details><summary>4 more</summary><pre>kubectl label namespace "))
    let json = try Command(arguments + ["--output", "json"]).run(input: input)
    for number in 1...14 {
      let command = "kubectl label namespace shop-\(number) kuma.io/sidecar-injection=disabled --overwrite"
      #expect(page.output.contains(command) && json.output.contains(command), "\(number)")
    }
  }

  @Test func onlyUpgradeHasAPage() throws {
    let run = try Command("verify", "--output", "html", "-").run(input: Self.unlabelled)
    #expect(run.status == 64)
    #expect(run.errors.contains("only for upgrade"))
  }

  @Test func aReleaseThatIsNotLaterIsWrongUsage() throws {
    #expect(try Command("upgrade", "--from", "2.11", "--to", "2.10", "-").run(input: Self.unlabelled).status == 64)
    #expect(try Command("compare", "--from", "2.11", "-").run(input: Self.unlabelled).status == 64)
  }

  @Test func whatIsNotInTheInputIsAskedFor() throws {
    let deployment = Self.unlabelled.components(separatedBy: "---\n").suffix(1).joined()
    let run = try Command("upgrade", "--from", "2.10.11", "--to", "2.11", "-").run(input: deployment)
    #expect(run.status == 3)
    #expect(run.lines.first == "CANNOT TELL: add namespaces to the input")
    let allowed = try Command("upgrade", "--from", "2.10.11", "--to", "2.11", "--allow-incomplete", "-").run(
      input: deployment)
    #expect(allowed.status == 0)
  }

  /// What a manifest would change, under one release.
  @Test func laysManifestsOverTheInput() throws {
    let edit = """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {kuma.io/mesh: blue}}
      ---
      apiVersion: kuma.io/v1alpha1
      kind: Mesh
      metadata: {name: blue}

      """
    try Command.withFolder(holding: ["edit.yaml": edit, "input.yaml": Self.unlabelled]) { folder in
      let run = try Command("compare", "--from", "2.10.11", "--with", "edit.yaml", "input.yaml").run(in: folder)
      #expect(run.status == 1)
      #expect(run.lines.first == "NOT READY: 1 of 1 workload needs attention (Kuma 2.10.11)")
      #expect(
        run.lines.filter { $0.hasPrefix("  because: ") } == [
          #"  because: edit.yaml:1 changes Namespace shop: metadata.labels["kuma.io/mesh"] is added: "blue""#,
          "  because: edit.yaml:5 adds Mesh blue",
        ])
      #expect(run.lines.contains("  kubectl rollout restart deployment/till -n shop"))
      let same = try Command("compare", "--from", "2.10.11", "--with", "input.yaml", "input.yaml").run(in: folder)
      #expect(same.status == 0)
      let broken = try Command("compare", "--from", "2.10.11", "--with", "absent.yaml", "input.yaml").run(in: folder)
      #expect(broken.status == 2)
    }
  }

  /// A side's settings hold on that side only.
  @Test func comparesSettings() throws {
    try Command.withFolder(holding: ["new.yaml": "zone: east\n", "bad.yaml": "zoen: east\n", "input.yaml": Self.unlabelled])
    {
      folder in
      // The release after is the one before where it is left out.
      let arguments = ["compare", "--from", "2.10.11", "--to-config"]
      let run = try Command(arguments + ["new.yaml", "input.yaml"]).run(in: folder)
      #expect(run.status == 0)
      #expect(run.lines.contains("  tag kuma.io/zone changes: 1 workload [settings]"))
      #expect(try Command(arguments + ["bad.yaml", "input.yaml"]).run(in: folder).status == 64)
      #expect(try Command(arguments + ["absent.yaml", "input.yaml"]).run(in: folder).status == 2)
    }
  }

  /// On a narrow terminal no line of the matrix is wider than it.
  @Test func theMatrixFitsTheTerminal() throws {
    let run = try Command("upgrade", "--from", "1.2.0", "--to", "3.0", "shop.json").run(environment: ["COLUMNS": "60"])
    let matrix = run.lines.drop { !$0.isEmpty }.dropFirst().prefix { !$0.hasPrefix("L  ") }
    #expect(!matrix.isEmpty)
    for line in matrix { #expect(line.count <= 60, "\(line)") }
  }
}
