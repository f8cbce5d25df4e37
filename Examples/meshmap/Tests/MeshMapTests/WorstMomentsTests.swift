import Foundation
import Testing

/// What people are told in the moments in which a tool is tempted to say that all is well: word for word, with the status.
@Suite struct WorstMomentsTests {
  private static let namespace = Manifest.namespace()
  private static let service = Manifest.service()
  /// A Pod that runs on the Node n1.
  private static let pod = Manifest.pod(
    spec: "nodeName: n1, containers: [{name: web, ports: [{containerPort: 8080}]}]")
  private static let deployment = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: demo}
    spec:
      replicas: 2
      template:
        metadata: {labels: {app: web}}
        spec: {containers: [{name: web, ports: [{containerPort: 8080}]}]}

    """

  private static let unknownNamespace =
    "Whether a sidecar is added is unknown, since Namespace demo is not in the input; add it."
  private static let addNamespaces =
    "Answers about 1 Pod rest on what is not in the input: add namespaces to it. Or say how they are labelled: "
    + "--assume-namespace-labels kuma.io/sidecar-injection=enabled"
  private static let eitherWay =
    "if the Namespace is labelled kuma.io/sidecar-injection=enabled: inject; if the Namespace has no label of Kuma: no sidecar"
  private static let addNodes =
    "Labels of Nodes are unknown for 1 Pod: add nodes to the input; a Pod has no Node before it is scheduled."
  private static let announced =
    "Kuma 3.0.0 is announced, not released: its rules are the development branch's, and may change until it is out."

  private static let noServices = "The input has no Service, so no Pod is taken to be behind one."
  private static let defaultMesh = "The input has no Mesh, so the mesh default is taken to be as an installation creates it."
  private static let noPolicies = "The input has no policies, so nothing is taken to select by tags or labels."

  /// Holds what a command prints about an input, and how it ends.
  private static func expect(
    _ arguments: [String],
    of input: String,
    status: Int32,
    output: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = try Command(arguments + ["-"]).run(input: input)
    #expect(run.status == status, sourceLocation: sourceLocation)
    #expect(run.output == output + "\n", sourceLocation: sourceLocation)
    #expect(run.errors.isEmpty, sourceLocation: sourceLocation)
  }

  @Test func aDumpWithoutNamespaces() throws {
    let input = Manifest.documents(Self.service, Self.pod)
    try Self.expect(
      ["preview", "--release", "2.9.4"], of: input, status: 0,
      output: """
        demo · not in the input
        ! Pod web-1  unknown
            \(Self.unknownNamespace)
            \(Self.eitherWay)
        1 Pod under the rules of Kuma 2.9.4: 1 unknown
        not known: \(Self.addNamespaces)
        note: The input has no Mesh, so the mesh default is taken to be as an installation creates it.
        """)
    // 3.0 takes the tags away, which needs attention where the Namespace asks for a sidecar.
    try Self.expect(
      ["compare", "--from", "2.9.4", "--to", "3.0"], of: input, status: 3,
      output: """
        CANNOT TELL: add namespaces to the input (2.9.4 to 3.0.0)

        Cannot tell
          \(Self.addNamespaces)

        What this rests on
          \(Self.defaultMesh)
          \(Self.noPolicies)

        \(Self.announced)
        """)
    // From 2.9.0 on a label of the Namespace names the mesh.
    try Self.expect(
      ["compare", "--from", "2.8.0", "--to", "2.9.4"], of: input, status: 3,
      output: """
        CANNOT TELL: add namespaces to the input (2.8.0 to 2.9.4)

        Cannot tell
          \(Self.addNamespaces)

        What this rests on
          \(Self.defaultMesh)
          \(Self.noPolicies)
        """)
    // What changes in a Dataplane on the way to 2.10 needs no attention, whether there is one or not.
    try Self.expect(
      ["compare", "--from", "2.9.4", "--to", "2.10.0"], of: input, status: 0,
      output: """
        READY: nothing needs attention in 1 workload (2.9.4 to 2.10.0)

        What this rests on
          \(Self.defaultMesh)
          \(Self.noPolicies)
          Harmless either way: the input has no namespaces for 1 Pod.
        """)
    try Self.expect(
      ["verify", "--release", "2.9.4"], of: input, status: 3,
      output: """
        Not checked
          demo/web-1: The input has no Dataplanes: add those of kubectl get dataplanes -A -o json.
        0 Dataplanes under the rules of Kuma 2.9.4: 1 could not be checked, or not all of it

        What this rests on
          \(Self.defaultMesh)
        """)
  }

  /// What nobody knows is not told as absent, and the labels that are assumed are told as such.
  @Test func theStoryOfAPodWithoutItsNamespace() throws {
    let input = Manifest.documents(Self.service, Self.pod)
    let unknown = try Command("explain", "--release", "2.9.4", "-").run(input: input)
    #expect(unknown.status == 0)
    #expect(
      unknown.output.hasPrefix(
        """
        demo/web-1 under the rules of Kuma 2.9.4

          Sidecar    \(Self.unknownNamespace)
                     if the Namespace is labelled kuma.io/sidecar-injection=enabled: A sidecar is added, since namespace label \
        kuma.io/sidecar-injection=enabled asks for it.
                     if the Namespace has no label of Kuma: No sidecar is added, since the API server does not ask the injector: \
        namespace-kuma-injector needs namespace label kuma.io/sidecar-injection in (enabled, true), which is absent; \
        pods-kuma-injector needs pod label kuma.io/sidecar-injection=enabled, which is absent; label the Namespace \
        kuma.io/sidecar-injection=enabled if you want one.
          Dataplane  What happens to the Dataplane is unknown, since Namespace demo is not in the input; add it.

        Is the injector asked?
          Unknown: that rests on namespaces, which the input lacks.

        Is it injected?
            pod label kuma.io/sidecar-injection: absent
            namespace label kuma.io/sidecar-injection: unknown

        """))
    let steps = try Command("explain", "--release", "2.9.4", "--output", "json", "-").run(input: input)
    #expect(
      steps.output.contains(
        #"""
          "steps": {
            "webhook": {
              "needs": [
                "namespaces"
              ]
            },
            "injection": [
              {
                "place": "podLabel",
                "standing": "lookedAt"
              },
              {
                "place": "namespaceLabel",
                "needs": "namespaces",
                "standing": "lookedAt"
              }
            ],

        """#))
    let labels = ["--assume-namespace-labels", "kuma.io/sidecar-injection=enabled"]
    let assumed = try Command(["explain", "--release", "2.9.4"] + labels + ["-"]).run(input: input)
    #expect(
      assumed.output.hasPrefix(
        """
        demo/web-1 under the rules of Kuma 2.9.4

          Sidecar    A sidecar is added, since namespace label kuma.io/sidecar-injection=enabled asks for it.
          Mesh       default, since nothing names one.
          Services   web_demo_svc_80 on port 8080, tcp, ready
          Dataplane  It is created, or brought to what is shown below.

        Is the injector asked?
          Yes, by the webhook namespace-kuma-injector.

        Is it injected?
            pod label kuma.io/sidecar-injection: absent
          > namespace label kuma.io/sidecar-injection: "enabled", which decides

        """))
    // A Pod that asks itself is decided on whatever its Namespace says, but for who asks.
    let asking = Manifest.pod(labels: "app: web, kuma.io/sidecar-injection: enabled")
    let certain = try Command("explain", "--release", "2.9.4", "-").run(input: asking)
    #expect(certain.output.contains("\n  Yes, by the webhook "))
    #expect(
      certain.output.contains(
        "\n  Sidecar    A sidecar is added, since pod label kuma.io/sidecar-injection=enabled asks for it.\n"))
  }

  @Test func aDumpWithoutNodes() throws {
    let input = Manifest.documents(Self.namespace, Self.service, Self.pod)
    try Self.expect(
      ["preview", "--release", "2.9.4"], of: input, status: 0,
      output: """
        demo · mesh default · kuma.io/sidecar-injection=enabled
          Pod web-1  inject, apply
            port 8080  web_demo_svc_80  tcp  ready
              app=web
        1 Pod under the rules of Kuma 2.9.4: 1 apply
        not known: \(Self.addNodes)
        note: The input has no Mesh, so the mesh default is taken to be as an installation creates it.
        """)
  }

  /// Which meshes there are besides default is not known where the input has none.
  @Test func aDumpWithoutMeshes() throws {
    let input = Manifest.documents(
      Self.namespace, Self.service, Manifest.pod(annotations: "kuma.io/mesh: other"))
    try Self.expect(
      ["preview", "--release", "2.9.4", "--node-labels", ""], of: input, status: 0,
      output: """
        demo · mesh other · kuma.io/sidecar-injection=enabled
        ! Pod web-1  unknown
            Whether a sidecar is added is unknown; add meshes to the input.
            if mesh other exists: inject; if mesh other does not exist: refused
        1 Pod under the rules of Kuma 2.9.4: 1 unknown
        not known: Answers about 1 Pod rest on what is not in the input: add meshes to it.
        note: The input has no Mesh, so the mesh default is taken to be as an installation creates it.
        """)
    try Self.expect(
      ["compare", "--from", "2.9.4", "--to", "3.0", "--node-labels", ""], of: input, status: 3,
      output: """
        CANNOT TELL: add meshes to the input (2.9.4 to 3.0.0)

        Cannot tell
          Answers about 1 Pod rest on what is not in the input: add meshes to it.

        What this rests on
          \(Self.defaultMesh)
          \(Self.noPolicies)

        \(Self.announced)
        """)
  }

  /// Workloads, and nothing else.
  @Test func aRepositoryOfDeployments() throws {
    try Self.expect(
      ["preview", "--release", "2.9.4"], of: Self.deployment, status: 0,
      output: """
        demo · not in the input
        ! Deployment web · 2 Pods  unknown
            \(Self.unknownNamespace)
            \(Self.eitherWay)
        1 workload without Pods under the rules of Kuma 2.9.4: 1 unknown
        not known: \(Self.addNamespaces)
        note: The input has no Service, so no Pod is taken to be behind one.
        note: The input has no Mesh, so the mesh default is taken to be as an installation creates it.
        """)
    try Self.expect(
      ["compare", "--from", "2.9.4", "--to", "3.0"], of: Self.deployment, status: 3,
      output: """
        CANNOT TELL: add namespaces to the input (2.9.4 to 3.0.0)

        Upgrade notes on objects
          from 2.13.0: A proxy accepts traffic only on ports of its inbounds, and no Service leads to this port.
            Deployment demo/web, spec.template.spec.containers[0].ports[0].containerPort is "8080"
            to do: If anything asks the port, add it to a Service, or set KUMA_DATAPLANE_RUNTIME_STRICT_INBOUND_PORTS_ENABLED=false \
        with kuma.io/sidecar-env-vars.

        Cannot tell
          \(Self.addNamespaces)

        What this rests on
          \(Self.noServices)
          \(Self.defaultMesh)
          \(Self.noPolicies)

        \(Self.announced)
        """)
    try Self.expect(
      ["verify", "--release", "2.9.4"], of: Self.deployment, status: 3,
      output: """
        0 Dataplanes under the rules of Kuma 2.9.4: the input has no Dataplanes; add those of kubectl get dataplanes -A -o json

        What this rests on
          \(Self.noServices)
          \(Self.defaultMesh)
        """)
    let reconciled = try Command("reconcile", "-").run(input: Self.deployment)
    #expect(reconciled.status == 0)
    #expect(reconciled.output == "0 Pods under the documented rules\n")
    #expect(
      reconciled.errors
        == "meshmap: note: the input has no Pods; run meshmap preview for those that its workloads will make\n")
    // Nothing changes for what no sidecar is added to, and that is what is said.
    try Self.expect(
      ["compare", "--from", "2.9.4", "--to", "3.0"],
      of: Manifest.documents(Manifest.namespace(labels: ""), Self.deployment), status: 0,
      output: """
        READY: nothing changes; 0 of 1 Pod has a Dataplane (2.9.4 to 3.0.0)

        What this rests on
          \(Self.noServices)
          \(Self.defaultMesh)
          \(Self.noPolicies)

        \(Self.announced)
        """)
  }

  /// A file that was cut off may hold anything: no verdict is green beside it, in any form.
  @Test func aFileThatCannotBeReadBesideOneThatCan() throws {
    let files = [
      "all.yaml": Manifest.documents(Self.namespace, Self.service, Self.pod),
      "cut.json": #"{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "#,
    ]
    try Command.withFolder(holding: files) { folder in
      let cut = "\(folder.path)/cut.json"
      let more = "There may be more than is shown: \(cut) could not be read; fix that."
      let fixing = "CANNOT TELL: fix \(cut), which could not be read"
      let compared = try Command("compare", "--from", "2.9.4", "--to", "2.9.19", folder.path).run()
      #expect(compared.status == 2)
      #expect(compared.lines.first == "\(fixing) (2.9.4 to 2.9.19)")
      #expect(compared.output.contains("Cannot tell\n  \(more)\n"))
      let upgrade = ["upgrade", "--from", "2.9.4", "--to", "2.9.19", folder.path]
      let told = try Command(upgrade).run()
      #expect(told.output.hasPrefix("\(fixing)\nhow far it is safe is unknown\n"))
      #expect(try Command(upgrade + ["--output", "json"]).run().output.contains(#""verdict": "cannot-tell""#))
      let page = try Command(upgrade + ["--output", "html"]).run().output
      #expect(page.contains(fixing) && !page.contains(">READY"))
      let lint = try Command("lint", folder.path).run()
      #expect(lint.status == 2 && lint.output.contains("not known: \(more)\n") && !lint.output.contains("✔"))
      #expect(try Command("verify", folder.path).run().output.contains(more))
      // The objects beside it are answered.
      #expect(try Command("preview", folder.path).run().lines.contains("1 Pod under the documented rules: 1 apply"))
    }
  }

  @Test func aDataplaneWithoutItsPod() throws {
    let dataplane = """
      apiVersion: kuma.io/v1alpha1
      kind: Dataplane
      mesh: default
      metadata: {name: gone-1, namespace: demo, ownerReferences: [{apiVersion: v1, kind: Pod, name: gone-1, uid: u}]}
      spec: {networking: {address: 999.1.1.1, inbound: [{port: 8080, tags: {kuma.io/service: web_demo_svc_80}}]}}

      """
    try Self.expect(
      ["verify", "--release", "2.9.4"], of: Manifest.documents(Self.namespace, Self.service, Self.pod, dataplane), status: 1,
      output: """
        demo/gone-1
          The Pod that owns the Dataplane is not in the input: add it; if it is gone, the garbage collector deletes the Dataplane.
        1 Dataplane under the rules of Kuma 2.9.4: 1 differs

        What this rests on
          \(Self.defaultMesh)
        """)
    try Self.expect(
      ["verify", "--release", "2.9.4"], of: Manifest.documents(Self.namespace, Self.service, dataplane), status: 3,
      output: """
        Not checked
          demo/gone-1: Its Pod is not in the input: add the Pods, or there is nothing to check the Dataplane against.
        1 Dataplane under the rules of Kuma 2.9.4: 1 could not be checked, or not all of it
        """)
  }

  /// An input without Dataplanes is told in every form; where only a filter leaves none, nothing is missing.
  @Test func nothingToCheck() throws {
    let plain = Manifest.namespace("plain", labels: "")
    try Self.expect(
      ["verify", "--release", "2.9.4", "--output", "json"], of: plain, status: 3,
      output: #"""
        {
          "rules": "2.9.4",
          "dataplanes": 0,
          "problems": [],
          "incomplete": [
            {
              "needs": "dataplanes",
              "pods": 0,
              "message": "Nothing can be checked: the input has no Dataplanes; add dataplanes to the input."
            }
          ]
        }
        """#)
    let dataplane = """
      apiVersion: kuma.io/v1alpha1
      kind: Dataplane
      mesh: default
      metadata: {name: gone-1, namespace: demo, ownerReferences: [{apiVersion: v1, kind: Pod, name: gone-1, uid: u}]}
      spec: {networking: {address: 10.0.0.1, inbound: [{port: 8080, tags: {kuma.io/service: web_demo_svc_80}}]}}

      """
    let input = Manifest.documents(plain, Manifest.pod(namespace: "plain"), Self.namespace, Self.service, dataplane)
    try Self.expect(
      ["verify", "--release", "2.9.4", "--namespace", "plain"], of: input, status: 0,
      output: """
        0 Dataplanes under the rules of Kuma 2.9.4: all as the rules give

        What this rests on
          \(Self.defaultMesh)
        """)
  }

  /// A failed `kubectl` leaves an empty file.
  @Test(arguments: [["preview"], ["explain"], ["reconcile"], ["verify"], ["compare", "--from", "2.8", "--to", "2.9"]])
  func anEmptyFile(_ command: [String]) throws {
    try Command.withFolder(holding: ["dump.json": ""]) { folder in
      let run = try Command(command + ["\(folder.path)/dump.json"]).run()
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors == "meshmap: \(folder.path)/dump.json: is empty; check the command that wrote it\n")
    }
  }

  /// A chart alone, and one beside manifests, with what Grafana is provisioned with.
  @Test func aDirectoryWithAChart() throws {
    let chart = [
      "chart/Chart.yaml": "apiVersion: v2\nname: web\n", "chart/values.yaml": "replicas: 2\n",
      "chart/templates/pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n",
    ]
    let told = """
      2 documents without Kubernetes objects: FOLDER/chart/Chart.yaml, FOLDER/chart/values.yaml
      meshmap: note: skipped 1 document of templates, which are read once they are rendered, as by helm template CHART | meshmap … -: \
      FOLDER/chart/templates/pod.yaml

      """
    for command in [["preview"], ["verify"], ["compare", "--from", "2.9.4", "--to", "3.0"]] {
      try Command.withFolder(holding: chart) { folder in
        let run = try Command(command + [folder.path]).run()
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(
          run.errors
            == "meshmap: note: skipped \(told)meshmap: the input has no object\n"
            .replacing("FOLDER", with: folder.path))
      }
    }
    let both = chart.merging([
      "k8s/all.yaml": Manifest.documents(Self.namespace, Self.deployment),
      "grafana.yaml": "apiVersion: 1\ndatasources: []\n",
    ]) { $1 }
    try Command.withFolder(holding: both) { folder in
      // What the chart would make may be what decides.
      let run = try Command("compare", "--from", "2.9.4", "--to", "2.9.5", folder.path).run()
      #expect(run.status == 3)
      #expect(
        run.output
          == """
          CANNOT TELL: render chart FOLDER/chart (2.9.4 to 2.9.5)

          Cannot tell
            There may be more than is shown: chart FOLDER/chart was not rendered; render that.

          """.replacing("FOLDER", with: folder.path))
      #expect(
        run.errors.hasPrefix(
          "meshmap: note: skipped 3 documents without Kubernetes objects: \(folder.path)/chart/Chart.yaml, "))
    }
    // An object whose version is no string is an object.
    let bad = try Command("preview", "-").run(input: "apiVersion: 1\nkind: Pod\nmetadata: {name: a}\n")
    #expect(bad.status == 2)
    #expect(
      bad.errors
        == "meshmap: standard input, line 1, column 13: Pod a: apiVersion is 1 and must be a string; put the value in quotes: \"1\"\n"
    )
  }
}
