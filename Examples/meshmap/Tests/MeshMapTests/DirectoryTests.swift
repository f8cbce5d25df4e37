import Foundation
import Testing

/// What is read below a directory, and what is passed over there.
@Suite struct DirectoryTests {
  private static let demo = Manifest.documents(Manifest.namespace(), Manifest.service(), Manifest.pod())

  private static func pod(_ name: String) -> String { Manifest.pod(name) }

  /// The Pods that are read at a path.
  private static func names(_ path: String) throws -> [String] { try Command("preview", path).report().pods.map(\.name) }

  /// A chart with its templates, beside manifests that can be used.
  @Test func readsWhatIsBesideAChart() throws {
    let files = [
      "chart/Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.0.0\n",
      "chart/values.yaml": "replicas: 2\nimage: {tag: latest}\n",
      "chart/values.schema.json": #"{"type": "object", "properties": {"replicas": {"type": "integer"}}}"#,
      "chart/templates/pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n",
      "chart/templates/service.yaml":
        "{{- if .Values.service }}\napiVersion: v1\nkind: Service\nmetadata:\n  name: web\n{{- end }}\n",
      "chart/templates/quoted.yaml": "apiVersion: v1\nkind: Pod\nmetadata:\n  name: \"{{ .Release.Name }}\"\n",
      "k8s/demo.yaml": Self.demo, "k8s/kustomization.yaml": "resources: [demo.yaml]\n",
      "k8s/empty.yaml": "", "k8s/comment.yaml": "# nothing\n",
      "k8s/kubeconfig.yaml": "apiVersion: v1\nkind: Config\nclusters: []\n",
      ".github/workflows/ci.yaml": "on: push\njobs: {}\n", "k8s/.hidden.yaml": "a: [",
      "ci.yml": "on: push\njobs: {}\n",
    ]
    try Command.withFolder(holding: files) { folder in
      let run = try Command("preview", folder.path).run()
      #expect(run.status == 0)
      #expect(run.lines.last == "1 Pod under the documented rules: 1 apply")
      let path = folder.path
      #expect(
        run.errors == """
          meshmap: note: skipped 6 documents without Kubernetes objects: \(path)/chart/Chart.yaml, \
          \(path)/chart/values.schema.json, \(path)/chart/values.yaml and 3 more files
          meshmap: note: skipped 3 documents of templates, which are read once they are rendered, as by \
          helm template CHART | meshmap … -: \(path)/chart/templates/pod.yaml, \
          \(path)/chart/templates/quoted.yaml, \(path)/chart/templates/service.yaml

          """)
    }
  }

  @Test func answersWhatIsBesideABrokenFile() throws {
    let files = [
      "a.yaml": Self.demo, "b.yaml": "kind: Pod\nmetadata: [\n",
      "c.yaml": Manifest.documents(Self.pod("c"), "kind: Pod\n\tmetadata: {}\n", Self.pod("d")),
      "e.json": #"{"kind": "Pod" "metadata": {}}"#,
    ]
    try Command.withFolder(holding: files) { folder in
      let run = try Command("preview", folder.path).run()
      #expect(run.status == 2)
      #expect(run.lines.last == "3 Pods under the documented rules: 3 apply")
      let path = folder.path
      #expect(
        run.errors == """
          meshmap: \(path)/b.yaml: is not YAML at line 2, column 11: a collection is not closed; write the missing bracket
          meshmap: \(path)/c.yaml: is not YAML at line 8, column 1: a tab stands where the line is indented; use spaces
          meshmap: \(path)/e.json: is not JSON at line 1, column 16: a comma is missing before a key

          """)
    }
  }

  /// A file that somebody names is meant to hold objects.
  @Test(arguments: [
    ("Chart.yaml", "name: web\n", ": belongs to a Helm chart; render it with helm template FOLDER | meshmap … -"),
    (
      "kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n",
      ": says what kustomize makes; have it made with kustomize build FOLDER | meshmap … -"
    ),
    (
      "workflow.yaml", "on: push\n",
      ", line 1, column 1: object: kind is missing; every Kubernetes object has one, such as kind: Pod"
    ),
    (
      "pod.yaml", "kind: Pod\nmetadata: {name: {{ .Release.Name }}}\n",
      ": holds {{ and so is a template; render it first, as by helm template CHART | meshmap … -: as it stands it "
        + "is not YAML at line 2, column 19: a key is a sequence or a mapping; Kubernetes has strings as keys only"
    ),
    (
      "if.yaml", "{{- if .Values.web }}\nkind: Pod\n{{- end }}\n",
      ": holds {{ and so is a template; render it first, as by helm template CHART | meshmap … -: as it stands it "
        + "is not JSON at line 1, column 2: a key in double quotes is missing"
    ),
    ("empty.yaml", "", ": is empty; check the command that wrote it"),
    ("comment.yaml", "# nothing\n---\n", ": holds no object"),
  ])
  func refusesAFileThatIsNamed(_ name: String, _ text: String, _ problem: String) throws {
    try Command.withFolder(holding: [name: text]) { folder in
      let run = try Command("preview", folder.appending(path: name).path).run()
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      let path = folder.path
      #expect(run.errors == "meshmap: \(path)/\(name)\(problem.replacing("FOLDER", with: path))\n")
    }
  }

  @Test func saysWhatThereIsWhereNothingIsRead() throws {
    let input = Manifest.documents(
      "kind: ConfigMap\nmetadata: {name: a}\n", "kind: ConfigMap\nmetadata: {name: b}\n",
      "kind: Secret\nmetadata: {name: a}\n")
    for command in [["preview"], ["explain"], ["verify"], ["compare", "--from", "2.8", "--to", "2.9"]] {
      let run = try Command(command + ["-"]).run(input: input)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors == "meshmap: the input has no object of a kind that is read; there are 2 ConfigMap, 1 Secret\n")
      let empty = try Command(command + ["-"]).run(input: #"{"kind": "List", "items": []}"#)
      #expect(empty.status == 2)
      #expect(empty.errors == "meshmap: the input has no object\n")
      let failed = try Command(command + ["-"]).run(input: "")
      #expect(failed.status == 2)
      #expect(failed.errors == "meshmap: standard input: is empty; check the command before the pipe\n")
    }
  }

  /// W10: an owner in an old version is the owner; a kind is told once, whatever its versions, and one that matters is told apart.
  @Test func readsOldVersionsAndTellsUnknownOnes() throws {
    let owner = "ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-5d4, uid: u, controller: true}]"
    let input = Manifest.documents(
      Manifest.namespace(), Manifest.injectedPod().replacing("namespace: demo,", with: "namespace: demo, \(owner),"),
      "apiVersion: extensions/v1beta1\nkind: ReplicaSet\nmetadata: {name: web-5d4, namespace: demo, "
        + "ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: d, controller: true}]}\n",
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n", "apiVersion: v2\nkind: ConfigMap\nmetadata: {name: b}\n",
      "apiVersion: example.com/v1\nkind: Service\nmetadata: {name: a}\n",
      "apiVersion: v9\nkind: Pod\nmetadata: {name: a}\n")
    let run = try Command("reconcile", "--release", "2.9", "-").run(input: input)
    #expect(run.output.contains("web_demo_svc"))
    #expect(
      run.lines.suffix(3) == [
        "not needed, so not read: 2 ConfigMap",
        "not read, and what their controllers make of them is not shown: 1 Service",
        "not read, since the version is not known, though the kind matters: 1 Pod of v9",
      ])
  }

  @Test func saysWhatThereIsWhereAFilterMatchesNothing() throws {
    for command in [["preview"], ["explain"], ["reconcile"], ["compare", "--from", "2.8", "--to", "2.9"]] {
      let run = try Command(command + ["--namespace", "shpo", "shop.json"]).run()
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(
        run.errors.split(separator: "\n").last
          == "meshmap: the input has no Pod in namespace \"shpo\"; there are 1 in kube-system, 1 in kuma-system, 1 in monitoring, 9 in shop"
      )
    }
    let pod = try Command("preview", "--pod", "monitoring/nobody", "shop.json").run()
    #expect(pod.status == 2)
    #expect(pod.errors.contains("meshmap: Pod monitoring/nobody is not in the input; there is monitoring/"))
    let verified = try Command("verify", "--namespace", "shpo", "shop.json").run()
    #expect(verified.status == 2)
    #expect(
      verified.errors.contains(
        "meshmap: the input has no Pod or Dataplane in namespace \"shpo\"; there are 1 in kube-system, "))
  }

  // MARK: - Links, pipes and sockets (D5, D13, D14)

  @Test func followsALinkThatIsNamed() throws {
    try Command.withFolder(holding: ["real/demo.yaml": Self.demo, "other/x.yaml": Self.pod("other")]) { folder in
      let manager = FileManager.default
      try manager.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "real")
      #expect(try Self.names(folder.path + "/link") == ["web-1"])
      // A link to a folder below a directory is not followed, and one to a file is.
      try manager.createSymbolicLink(atPath: folder.path + "/real/folder", withDestinationPath: "../other")
      try manager.createSymbolicLink(atPath: folder.path + "/real/around.yaml", withDestinationPath: ".")
      #expect(try Self.names(folder.path + "/real") == ["web-1"])
      try manager.createSymbolicLink(atPath: folder.path + "/real/file.yaml", withDestinationPath: "../other/x.yaml")
      #expect(try Self.names(folder.path + "/real") == ["other", "web-1"])
    }
  }

  @Test func tellsTheTruthAboutADanglingLink() throws {
    try Command.withFolder(holding: ["a/demo.yaml": Self.demo]) { folder in
      let path = folder.path
      try FileManager.default.createSymbolicLink(atPath: path + "/a/gone.yaml", withDestinationPath: "../b/gone.yaml")
      for argument in ["\(path)/a", "\(path)/a/gone.yaml"] {
        let run = try Command("preview", argument).run()
        #expect(run.status == 2)
        #expect(run.errors == "meshmap: \(path)/a/gone.yaml: is a link to ../b/gone.yaml, which is not there\n")
      }
    }
  }

  @Test(.timeLimit(.minutes(1))) func passesOverWhatIsNoFile() throws {
    try Command.withFolder(holding: ["demo.yaml": Self.demo]) { folder in
      let made = unsafe mkfifo(folder.path + "/pipe.yaml", 0o600)
      #expect(made == 0)
      try FileManager.default.createSymbolicLink(atPath: folder.path + "/zero.yaml", withDestinationPath: "/dev/zero")
      let run = try Command("preview", folder.path).run()
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
      let answers = run.lines.filter { !$0.hasPrefix("note: ") }
      #expect(answers.last == "1 Pod under the documented rules: 1 apply")
    }
  }

  @Test func readsInTheOrderOfNames() throws {
    func named(_ place: String) -> String {
      Manifest.documents(Manifest.namespace(), Manifest.pod(labels: "place: \(place)"))
    }
    // A folder stands where its name does, before what has more behind the same beginning.
    let files = ["a/x.yaml": named("folder"), "a-b.yaml": named("dash"), "A.NDJSON": "", "0.Yml": named("zero")]
    try Command.withFolder(holding: files) { folder in
      let run = try Command("preview", "--output", "json", folder.path).run()
      #expect(run.output.contains(#""place": "dash""#))
    }
  }
}
