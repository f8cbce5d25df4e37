import Foundation
import Testing

/// What people have beside objects, and what only becomes objects once kustomize or Helm has made them: it takes the place of no object.
@Suite struct UnrenderedTests {
  private static let web = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: demo}
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}, annotations: {kuma.io/gateway: builtin}}
        spec: {containers: [{name: web, image: web, ports: [{containerPort: 8080}]}]}

    """
  private static let base = Manifest.documents(Manifest.namespace(), web)
  private static let replicas = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: demo}
    spec: {replicas: 3}

    """
  /// A patch that has all that a Deployment has, as far as it shows.
  private static let image = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: demo}
    spec: {template: {metadata: {labels: {tier: front}}, spec: {containers: [{name: web, image: web:2}]}}}

    """
  private static let refusal = "\u{2717} Deployment web · 1 Pod  refused"
  private static let applied =
    "which are read once they are applied, as by kustomize build DIR | meshmap … -: "

  private static func kustomization(_ patches: String) -> String {
    "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../base]\n\(patches)\n"
  }

  /// What a command prints about a folder, with the folder left out of it.
  private static func run(_ arguments: [String], on files: [String: String], at paths: [String] = [""]) throws
    -> Command.Run
  {
    try Command.withFolder(holding: files) { folder in
      let run = try Command(arguments + paths.map { "\(folder.path)/\($0)" }).run()
      return Command.Run(
        status: run.status, output: run.output.replacing("\(folder.path)/", with: ""),
        errors: run.errors.replacing("\(folder.path)/", with: ""))
    }
  }

  /// However a kustomization names a patch, and whatever the patch holds, the Deployment that it changes is still answered about.
  @Test(arguments: [
    ("kustomization.yaml", "patches: [{path: change.yaml}]"),
    ("kustomization.yml", "patches: [change.yaml]"),
    ("Kustomization", "patchesStrategicMerge: [./change.yaml]"),
    ("kustomization.yaml", "patchesJson6902: [{path: ../prod/change.yaml, target: {kind: Deployment, name: web}}]"),
  ])
  func aPatchOfAKustomizationIsNoObject(_ name: String, _ patches: String) throws {
    let operations = "- {op: remove, path: /spec}\n- {op: remove, path: /metadata}\n"
    for patch in [Self.replicas, Self.image, operations] {
      let files = [
        "base/web.yaml": Self.base, "prod/change.yaml": patch, "prod/\(name)": Self.kustomization(patches),
      ]
      let run = try Self.run(["preview"], on: files)
      let first = name < "change" ? "\(name), prod/change.yaml" : "change.yaml, prod/\(name)"
      #expect(run.status == 0)
      #expect(run.lines.contains { $0 == Self.refusal })
      #expect(
        run.errors == """
          meshmap: note: skipped 2 documents of kustomizations and patches, \(Self.applied)prod/\(first)

          """)
    }
  }

  /// A component is a kustomization, a file that is a resource too is an object, and what becomes part of a ConfigMap is none.
  @Test func aKustomizationSaysWhatFilesAre() throws {
    let component = """
      apiVersion: kustomize.config.k8s.io/v1alpha1
      kind: Component
      patches: [{path: gone.yaml}, {patch: "- op: remove"}, {path: both.yaml}]
      resources: [both.yaml]
      configMapGenerator:
      - {name: templates, files: [pod.yaml=template.yaml], envs: [none.env]}

      """
    let gone = "$patch: delete\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: demo}\n"
    let files = [
      "base/web.yaml": Self.base, "part/kustomization.yaml": component, "part/gone.yaml": gone,
      "part/both.yaml": Manifest.pod("both"), "part/template.yaml": Manifest.pod("template"),
    ]
    let run = try Self.run(["preview", "--output", "json"], on: files)
    #expect(run.status == 0)
    #expect(run.output.contains(#""name": "web-*""#))
    #expect(run.output.contains(#""name": "both""#))
    #expect(!run.output.contains(#""name": "template""#))
    #expect(
      run.errors == """
        meshmap: note: skipped 1 document without Kubernetes objects: part/template.yaml
        meshmap: note: skipped 2 documents of kustomizations and patches, \(Self.applied)part/gone.yaml, part/kustomization.yaml

        """)
  }

  /// Without a kustomization a patch shows by `$patch`, wherever in it, in YAML and in JSON.
  @Test(arguments: [
    ("change.yaml", "kind: Service\nmetadata: {name: web, namespace: demo}\n$patch: delete\n"),
    (
      "change.yaml",
      "kind: Pod\nmetadata: {name: web-1, namespace: demo}\nspec: {containers: [{name: x}, {name: web, $patch: delete}]}\n"
    ),
    ("change.json", #"{"kind": "Pod", "metadata": {"name": "web-1", "namespace": "demo"}, "spec": {"$patch": "replace"}}"#),
  ])
  func aDocumentThatSaysThatItIsAPatchIsNoObject(_ name: String, _ patch: String) throws {
    let files = ["base/all.yaml": Manifest.documents(Manifest.namespace(), Manifest.service(), Manifest.pod()), name: patch]
    let run = try Self.run(["preview"], on: files)
    #expect(run.status == 0)
    #expect(run.lines.contains { $0.contains("port 8080  web_demo_svc_80") })
    #expect(run.errors == "meshmap: note: skipped 1 document of kustomizations and patches, \(Self.applied)\(name)\n")
    // Whoever names it is told.
    let named = try Self.run(["preview"], on: files, at: ["base/all.yaml", name])
    #expect(named.status == 2)
    #expect(named.lines.contains { $0.contains("port 8080  web_demo_svc_80") })
    #expect(
      named.errors.contains(
        " holds $patch and so is a patch, no object of its own; have it applied: kustomize build DIR | meshmap … -\n"))
    // In a string it says nothing.
    let said = Manifest.pod("said", annotations: #"note: '{"$patch": "delete"}'"#)
    #expect(try Self.run(["preview"], on: ["said.yaml": said]).output.contains("Pod said"))
  }

  /// What lacks what a whole object has never takes its place, in whichever order they are met.
  @Test(arguments: ["a.yaml", "z.yaml"])
  func aPartTakesThePlaceOfNoWhole(_ name: String) throws {
    let parts = [
      Self.replicas,
      Self.replicas.replacing("{replicas: 3}", with: "{template: {metadata: {annotations: {a: b}}}}"),
      Self.replicas.replacing("{replicas: 3}", with: "{template: {spec: {containers: [{name: web, image: web:2}]}}}"),
    ]
    for part in parts {
      let run = try Self.run(["preview"], on: ["base.yaml": Self.base, name: part])
      #expect(run.status == 0)
      #expect(run.lines.contains { $0 == Self.refusal })
      #expect(run.errors == "meshmap: note: skipped 1 document of kustomizations and patches, \(Self.applied)\(name)\n")
    }
    let service = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: demo}\nspec: {type: NodePort}\n"
    let all = Manifest.documents(Manifest.namespace(), Manifest.service(), Manifest.pod())
    let run = try Self.run(["preview"], on: ["base.yaml": all, name: service])
    #expect(run.lines.contains { $0.contains("port 8080  web_demo_svc_80") })
    #expect(run.errors == "meshmap: note: skipped 1 document of kustomizations and patches, \(Self.applied)\(name)\n")
    // Whoever names both is told that one of them changes nothing.
    let named = try Self.run(["preview"], on: ["base.yaml": Self.base, name: Self.replicas], at: ["base.yaml", name])
    #expect(named.status == 2)
    #expect(named.lines.contains { $0 == Self.refusal })
    #expect(
      named.errors == """
        meshmap: \(name), line 1, column 1: Deployment demo/web is a patch of the one at base.yaml, line 6, and changes \
        nothing here; have it applied: kustomize build DIR | meshmap … -

        """)
  }

  /// Alone it is an object of which nobody knows what Pods it makes, and none of those that make none.
  @Test func aWorkloadWithoutATemplateIsNamed() throws {
    let cronJob = "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: clean, namespace: demo}\nspec: {schedule: a}\n"
    let none = Self.replicas.replacing("web", with: "none").replacing("3", with: "0")
    let input = Manifest.documents(Manifest.namespace(), Manifest.pod(), Self.replicas, cronJob, none)
    let run = try Command("preview", "-").run(input: input)
    #expect(run.status == 2)
    #expect(run.lines.filter { !$0.hasPrefix("note: ") }.last == "1 Pod under the documented rules: 1 apply")
    #expect(
      run.lines.last == "note: 1 workload was not looked at, since it wants no Pods: scaled to zero, suspended or finished.")
    let advice =
      "is missing, so nobody knows its Pods; if it is a patch, have it applied: kustomize build DIR | meshmap … -"
    #expect(
      run.errors == """
        meshmap: standard input, line 15, column 1: Deployment demo/web: spec.template \(advice)
        meshmap: standard input, line 20, column 1: CronJob demo/clean: spec.jobTemplate.spec.template \(advice)

        """)
    // Of one that has its Pods they are what matters.
    let owner = "ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: u, controller: true}]"
    let owned = Manifest.pod().replacing("namespace: demo,", with: "namespace: demo, \(owner),")
    let dump = try Command("preview", "-").run(input: Manifest.documents(Manifest.namespace(), owned, Self.replicas))
    #expect(dump.status == 0)
    #expect(dump.errors.isEmpty)
  }

  /// An input of which nothing that makes Pods is left is not fine.
  @Test(arguments: [
    ["preview"], ["lint"], ["services"], ["verify"], ["compare", "--from", "2.8", "--to", "2.9"],
    ["upgrade", "--from", "2.8", "--to", "2.9"],
  ])
  func nothingThatMakesPodsIsLeft(_ command: [String]) throws {
    let chart = [
      "chart/Chart.yaml": "apiVersion: v2\nname: web\n", "chart/templates/web.yaml": "kind: {{ .Values.kind }}\n",
    ]
    let kustomized = ["prod/kustomization.yaml": Self.kustomization("patches: [{path: a.yaml}]"), "prod/a.yaml": Self.image]
    for files in [chart, kustomized] {
      let rest = ["all.yaml": Manifest.documents(Manifest.namespace(), Manifest.service())]
      let run = try Self.run(command, on: files.merging(rest) { $1 })
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(
        run.errors.hasSuffix(
          "\nmeshmap: the input has no Pods and nothing that makes them, but for what was skipped; render that first\n"))
    }
  }

  // MARK: - Verdicts

  private static let verdicts = [
    ["lint", "--release", "2.14.3"], ["upgrade", "--from", "2.9.4"], ["compare", "--from", "2.9.4", "--to", "2.14.3"],
  ]
  private static let good = Manifest.documents(
    Manifest.namespace(labels: "kuma.io/sidecar-injection: enabled"), Manifest.service(),
    web.replacing(", annotations: {kuma.io/gateway: builtin}", with: ""))

  /// What a kustomization changes or a chart makes may be what decides, so that no verdict is green before it is known.
  @Test(arguments: [
    (["kustomization.yaml": "resources: [all.yaml]\nnamespace: shop\n"], "apply kustomization "),
    (["kustomization.yaml": "resources: [all.yaml]\nnamePrefix: a-\n"], "apply kustomization "),
    (["kustomization.yaml": "resources: [all.yaml]\ncommonLabels: {kuma.io/workload: a}\n"], "apply kustomization "),
    (["kustomization.yaml": "resources: [all.yaml]\nlabels: [{pairs: {a: b}}]\n"], "apply kustomization "),
    (["kustomization.yaml": "resources: [all.yaml]\npatches: [{patch: '- op: remove'}]\n"], "apply kustomization "),
    (["prod/kustomization.yaml": "resources: [..]\ncomponents: [../part]\n"], "apply kustomization prod"),
    (["prod/kustomization.yaml": "patches: [{path: a.yaml}]\n", "prod/a.yaml": replicas], "apply kustomization prod"),
    (["part.yaml": replicas], "apply patch part.yaml"),
    (["web/Chart.yaml": "name: web\n", "web/templates/a.yaml": "kind: {{ .Values.kind }}\n"], "render chart web"),
    (["a.yaml": "kind: Pod\nmetadata: {name: '{{ .name }}'}\n"], "render template a.yaml"),
  ])
  func noVerdictIsGreenBeforeAllIsMade(_ files: [String: String], _ remedy: String) throws {
    let files = files.merging(["all.yaml": Self.good]) { $1 }
    for command in Self.verdicts {
      let run = try Self.run(command, on: files)
      #expect(run.status == 3, "\(command)")
      #expect(run.output.hasPrefix(command[0] == "lint" ? "? " : "CANNOT TELL: \(remedy)"), "\(run.output)")
      let json = try Self.run(command + ["--output", "json"], on: files)
      #expect(json.status == 3)
      #expect(json.output.contains(#""incomplete""#))
      #expect(!json.output.contains(#""verdict": "ready""#))
    }
  }

  /// What only lists objects, gives them other images or makes ConfigMaps changes nothing here.
  @Test func whatChangesNothingLeavesTheVerdict() throws {
    let files = [
      "all.yaml": Self.good, "values.yaml": "a: b\n",
      "kustomization.yaml":
        "resources: [all.yaml]\nimages: [{name: web, newTag: b}]\nconfigMapGenerator: [{name: a}]\npatches: []\n",
    ]
    for command in Self.verdicts {
      let run = try Self.run(command, on: files)
      #expect(run.status == 0, "\(command)")
      #expect(run.output.hasPrefix(command[0] == "lint" ? "\u{2714} " : "READY"), "\(run.output)")
    }
  }

  /// Whatever of an object cannot be read, its name and its kind included, what it is may be what decides.
  @Test(arguments: [
    "hello", "apiVersion: apps/v1", "{kind: 5}", "{kind: Pod, apiVersion: v1, metadata: {namespace: demo}}",
    "{kind: Deployment, apiVersion: apps/v1, metadata: []}",
    "{kind: Mesh, apiVersion: kuma.io/v1alpha1, metadata: {name: []}}",
    "{kind: List, apiVersion: v1, items: [null]}", "{kind: List, apiVersion: v1, items: 5}",
  ])
  func noVerdictIsGreenBesideWhatCannotBeRead(_ document: String) throws {
    let files = ["all.yaml": Self.good, "x.yaml": document + "\n"]
    for command in Self.verdicts {
      let run = try Self.run(command, on: files, at: ["all.yaml", "x.yaml"])
      #expect(run.status == 2, "\(command)")
      #expect(run.output.contains("x.yaml, line 1 could not be read"), "\(run.output)")
      #expect(!run.output.hasPrefix("READY") && !run.output.hasPrefix("\u{2714}"), "\(run.output)")
    }
  }

  // MARK: - Charts

  /// The namespace of a release is known to nobody, whether a file has something to fill in or not.
  @Test func plainFilesOfAChartAreTemplates() throws {
    let service = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: x}, ports: [{port: 80}]}\n"
    let files = [
      "chart/Chart.yaml": "apiVersion: v2\nname: web\n", "chart/templates/service.yaml": service,
      "chart/templates/tests/pod.json": #"{"kind": "Pod", "metadata": {"name": "test"}}"#,
      "chart/templates/broken.yaml": "a: [\n", "chart/templates/deployment.yaml": "kind: Pod\nmetadata: {{ .Values.m }}\n",
      "chart/charts/db/Chart.yaml": "apiVersion: v2\nname: db\n", "chart/charts/db/templates/service.yaml": service,
      "templates/service.yaml": service.replacing("name: web", with: "name: plain"),
      "all.yaml": Manifest.documents(Manifest.namespace(), Manifest.service(), Manifest.pod()),
    ]
    let run = try Self.run(["services"], on: files)
    #expect(run.status == 0)
    #expect(run.output.contains("! default/plain selects no Pod of the input\n"))
    #expect(!run.output.contains("default/web"))
    #expect(
      run.errors == """
        meshmap: note: skipped 2 documents without Kubernetes objects: chart/Chart.yaml, chart/charts/db/Chart.yaml
        meshmap: note: skipped 5 documents of templates, which are read once they are rendered, as by helm template CHART \
        | meshmap … -: chart/charts/db/templates/service.yaml, chart/templates/broken.yaml, \
        chart/templates/deployment.yaml and 2 more files

        """)
    // The folder of templates by itself is in a chart all the same, and a file that somebody names is read.
    let alone = try Self.run(["services"], on: files, at: ["chart/templates"])
    #expect(alone.status == 2)
    #expect(alone.errors.hasSuffix("\nmeshmap: the input has no object\n"))
    let named = try Self.run(["services"], on: files, at: ["chart/templates/service.yaml"])
    #expect(named.output.contains("! default/web may lead to Pods that are not in the input: "))
  }
}
