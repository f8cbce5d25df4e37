import Foundation
import KubernetesJSON
import KubernetesObjects
import Testing

/// What Pods an object makes.
struct PodsOfWorkloadCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName = "documented"
  let json: String
  let paths: PodTemplatePaths
  let expected: Told?

  /// The Pods as a row writes them down: strings of which only the beginning is known end with `*`.
  struct Told: Hashable {
    var count: PodCount
    var name: String
    var names: [String]
    var owners: [String]?
    var labels: [String]
    var annotations: [String]

    init(
      _ count: PodCount,
      _ name: String,
      names: [String] = [],
      owners: [String]?,
      labels: [String] = [],
      annotations: [String] = []
    ) {
      self.count = count
      self.name = name
      self.names = names
      self.owners = owners
      self.labels = labels
      self.annotations = annotations
    }

    init(_ pods: WorkloadPods) {
      func told(_ entry: RunTimeEntry) -> String {
        "\(entry.key)=\(entry.value)\(entry.minorVersion == 0 ? "" : " since 1.\(entry.minorVersion)")"
          + (entry.role.map { " of \($0)" } ?? "")
      }
      // What the API server copies from the Node is the same for all.
      let labels = pods.labels.filter { $0.minorVersion < 35 }
      self.init(
        pods.count, "\(pods.name)", names: pods.names.map { Array($0.prefix(5)) } ?? [],
        owners: pods.owners?.map { "\($0.apiVersion) \($0.kind) \($0.name)" }, labels: labels.map(told),
        annotations: pods.annotations.map(told))
    }
  }

  init(
    _ statement: String,
    _ title: String,
    _ json: String,
    paths: [String: String] = [:],
    expect expected: Told?
  ) {
    self.statement = statement
    self.title = title
    self.json = json
    self.paths = PodTemplatePaths(paths)
    self.expected = expected
  }
}

enum PodsOfWorkloadsTable {
  private static let template =
    #""template":{"metadata":{"labels":{"app":"web"},"annotations":{"a":"1"}},"spec":{"containers":[{"name":"app"}]}}"#

  private static func json(
    _ apiVersion: String,
    _ kind: String,
    name: String = "web",
    _ spec: String = "",
    rest: String = ""
  ) -> String {
    """
    {"apiVersion":"\(apiVersion)","kind":"\(kind)","metadata":{"name":"\(name)","namespace":"demo"},\
    "spec":{\(spec.isEmpty ? "" : spec + ",")\(template)}\(rest)}
    """
  }

  private static func unnamed(_ names: String) -> String {
    """
    {"apiVersion":"v1","kind":"Pod","metadata":{\(names),"namespace":"demo","labels":{"app":"web"},"annotations":{"a":"1"}},\
    "spec":{"containers":[{"name":"app"}]}}
    """
  }

  /// An object that has no name but what it will begin with.
  private static func made(
    _ title: String, _ apiVersion: String, _ kind: String, expect: PodsOfWorkloadCase.Told
  ) -> PodsOfWorkloadCase {
    let object = json(apiVersion, kind).replacing(#""name":"web""#, with: #""generateName":"web-","name":"""#)
    return PodsOfWorkloadCase("WORK-2", title, object, expect: expect)
  }

  private static func rollout(
    _ title: String, _ strategy: String, labels: [String] = [], annotations: [String] = []
  ) -> PodsOfWorkloadCase {
    PodsOfWorkloadCase(
      "WORK-2", title, json("argoproj.io/v1alpha1", "Rollout", "\"strategy\":{\(strategy)}"),
      expect: .init(
        .exactly(1), "web-*", owners: ["apps/v1 ReplicaSet web-*", "argoproj.io/v1alpha1 Rollout web"],
        labels: labels + ["rollouts-pod-template-hash=*"], annotations: annotations))
  }

  private static func job(_ spec: String = "", name: String = "web", rest: String = "") -> String {
    json("batch/v1", "Job", name: name, spec, rest: rest)
  }

  private static func cronJob(_ apiVersion: String = "batch/v1", _ spec: String = "", jobSpec: String = "") -> String {
    """
    {"apiVersion":"\(apiVersion)","kind":"CronJob","metadata":{"name":"web","namespace":"demo"},\
    "spec":{\(spec.isEmpty ? "" : spec + ",")"jobTemplate":{"metadata":{"labels":{"of":"job"}},\
    "spec":{\(jobSpec.isEmpty ? "" : jobSpec + ",")\(template)}}}}
    """
  }

  private static func deployment(_ count: PodCount, name: String = "web-*", owner: String = "web") -> PodsOfWorkloadCase.Told
  {
    .init(
      count, name, owners: ["apps/v1 ReplicaSet \(owner)-*", "apps/v1 Deployment \(owner)"], labels: ["pod-template-hash=*"])
  }

  private static func statefulSet(_ count: Int, names: [String]) -> PodsOfWorkloadCase.Told {
    .init(
      .exactly(count), "web-*", names: names, owners: ["apps/v1 StatefulSet web"],
      labels: [
        "controller-revision-hash=web-*", "statefulset.kubernetes.io/pod-name=web-*",
        "apps.kubernetes.io/pod-index=* since 1.28",
      ])
  }

  private static let daemonSet = PodsOfWorkloadCase.Told(
    .unknown, "web-*", owners: ["apps/v1 DaemonSet web"],
    labels: ["controller-revision-hash=*", "pod-template-generation=*"])

  private static func job(
    _ count: Int,
    name: String = "web",
    pods: String = "web-*",
    behind: [String] = [],
    index: Bool = false,
    failures: Bool = false
  ) -> PodsOfWorkloadCase.Told {
    .init(
      .exactly(count), pods, owners: ["batch/v1 Job \(name)"] + behind,
      labels: [
        "job-name=\(name)", "controller-uid=*", "batch.kubernetes.io/job-name=\(name) since 1.27",
        "batch.kubernetes.io/controller-uid=* since 1.27",
      ] + (index ? ["batch.kubernetes.io/job-completion-index=* since 1.28"] : []),
      annotations: (index ? ["batch.kubernetes.io/job-completion-index=* since 1.21"] : [])
        + (failures ? ["batch.kubernetes.io/job-index-failure-count=0 since 1.28"] : []))
  }

  private static let operated = PodsOfWorkloadCase.Told(.unknown, "web-*", owners: nil)

  static let cases = kinds + numbers + names + jobs + paths

  /// WORK-1.
  private static let kinds: [PodsOfWorkloadCase] =
    ["apps/v1", "apps/v1beta2", "apps/v1beta1", "extensions/v1beta1"].map {
      PodsOfWorkloadCase("WORK-1", "a Deployment of \($0)", json($0, "Deployment"), expect: deployment(.exactly(1)))
    }
    + ["apps/v1", "apps/v1beta2", "extensions/v1beta1"].map {
      PodsOfWorkloadCase(
        "WORK-1", "a ReplicaSet of \($0)", json($0, "ReplicaSet"),
        expect: .init(.exactly(1), "web-*", owners: ["apps/v1 ReplicaSet web"]))
    }
    + ["apps/v1", "apps/v1beta2", "apps/v1beta1"].map {
      PodsOfWorkloadCase(
        "WORK-1", "a StatefulSet of \($0)", json($0, "StatefulSet"), expect: statefulSet(1, names: ["web-0"]))
    }
    + ["apps/v1", "apps/v1beta2", "extensions/v1beta1"].map {
      PodsOfWorkloadCase("WORK-1", "a DaemonSet of \($0)", json($0, "DaemonSet"), expect: daemonSet)
    }
    + ["batch/v1", "batch/v1beta1", "batch/v2alpha1"].map {
      PodsOfWorkloadCase(
        "WORK-1", "a CronJob of \($0)", cronJob($0),
        expect: job(1, name: "web-*", behind: ["batch/v1 CronJob web"]))
    } + [
      PodsOfWorkloadCase(
        "WORK-1", "a ReplicationController", json("v1", "ReplicationController"),
        expect: .init(.exactly(1), "web-*", owners: ["v1 ReplicationController web"])),
      PodsOfWorkloadCase("WORK-1", "a Job", job(), expect: job(1)),
      PodsOfWorkloadCase(
        "WORK-1", "a Rollout", json("argoproj.io/v1alpha1", "Rollout"),
        expect: .init(
          .exactly(1), "web-*", owners: ["apps/v1 ReplicaSet web-*", "argoproj.io/v1alpha1 Rollout web"],
          labels: ["rollouts-pod-template-hash=*"])),
      PodsOfWorkloadCase(
        "WORK-1", "a PodTemplate makes no Pods",
        #"{"apiVersion":"v1","kind":"PodTemplate","metadata":{"name":"web"},\#(template)}"#, expect: nil),
      PodsOfWorkloadCase("WORK-1", "a Deployment of a version that never was", json("apps/v2", "Deployment"), expect: nil),
      PodsOfWorkloadCase("WORK-1", "a Deployment of another group", json("example.org/v1", "Deployment"), expect: nil),
      PodsOfWorkloadCase(
        "WORK-1", "a workload that says nothing of Pods",
        #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"}}"#, expect: nil),
      PodsOfWorkloadCase(
        "WORK-1", "a workload whose template is null",
        #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"},"spec":{"template":null}}"#, expect: nil),
    ]

  /// WORK-2.
  private static let numbers: [PodsOfWorkloadCase] = [
    PodsOfWorkloadCase(
      "WORK-2", "as many as it says", json("apps/v1", "Deployment", #""replicas":3"#), expect: deployment(.exactly(3))),
    PodsOfWorkloadCase(
      "WORK-2", "scaled to zero", json("apps/v1", "Deployment", #""replicas":0"#), expect: deployment(.exactly(0))),
    PodsOfWorkloadCase(
      "WORK-2", "fewer than none are none", json("apps/v1", "Deployment", #""replicas":-2"#),
      expect: deployment(.exactly(0))),
    PodsOfWorkloadCase(
      "WORK-2", "null is one", json("apps/v1", "Deployment", #""replicas":null"#), expect: deployment(.exactly(1))),
    PodsOfWorkloadCase(
      "WORK-2", "a StatefulSet numbers its Pods", json("apps/v1", "StatefulSet", #""replicas":3"#),
      expect: statefulSet(3, names: ["web-0", "web-1", "web-2"])),
    PodsOfWorkloadCase(
      "WORK-2", "from where it says", json("apps/v1", "StatefulSet", #""replicas":2,"ordinals":{"start":5}"#),
      expect: statefulSet(2, names: ["web-5", "web-6"])),
    PodsOfWorkloadCase(
      "WORK-2", "no Pods have no names", json("apps/v1", "StatefulSet", #""replicas":0"#), expect: statefulSet(0, names: [])),
    PodsOfWorkloadCase(
      "WORK-2", "more Pods than any cluster has",
      json("apps/v1", "StatefulSet", #""replicas":2147483647,"ordinals":{"start":2147483647}"#),
      expect: statefulSet(
        2_147_483_647, names: ["web-2147483647", "web-2147483648", "web-2147483649", "web-2147483650", "web-2147483651"])),
  ]

  private static func letters(_ count: Int) -> String { String(repeating: "a", count: count) }

  /// WORK-2: names are cut where five random letters would make them longer than 63 bytes.
  private static let names: [PodsOfWorkloadCase] = [
    PodsOfWorkloadCase(
      "WORK-2", "a long name is cut", json("apps/v1", "Deployment", name: letters(70)),
      expect: deployment(.exactly(1), name: "\(letters(58))*", owner: letters(70))),
    PodsOfWorkloadCase(
      "WORK-2", "a name that leaves room for its hyphen only", json("apps/v1", "Deployment", name: letters(57)),
      expect: deployment(.exactly(1), name: "\(letters(57))-*", owner: letters(57))),
    PodsOfWorkloadCase(
      "WORK-2", "the name of a Job that numbers its Pods is cut further",
      job(#""completionMode":"Indexed","completions":3"#, name: letters(60)),
      expect: job(1, name: letters(60), pods: "\(letters(54))*", index: true)),
  ]

  /// WORK-2.
  private static let jobs: [PodsOfWorkloadCase] = [
    PodsOfWorkloadCase("WORK-2", "as many as run at a time", job(#""parallelism":4"#), expect: job(4)),
    PodsOfWorkloadCase(
      "WORK-2", "but no more than are to succeed", job(#""parallelism":4,"completions":2"#), expect: job(2)),
    PodsOfWorkloadCase("WORK-2", "one after the other", job(#""completions":5"#), expect: job(1)),
    PodsOfWorkloadCase("WORK-2", "none at a time", job(#""parallelism":0"#), expect: job(0)),
    PodsOfWorkloadCase("WORK-2", "a suspended Job", job(#""suspend":true"#), expect: job(0)),
    PodsOfWorkloadCase(
      "WORK-2", "a Job that has succeeded",
      job(rest: #","status":{"conditions":[{"type":"Suspended","status":"False"},{"type":"Complete","status":"True"}]}"#),
      expect: job(0)),
    PodsOfWorkloadCase(
      "WORK-2", "a Job that has failed", job(rest: #","status":{"conditions":[{"type":"Failed","status":"True"}]}"#),
      expect: job(0)),
    PodsOfWorkloadCase(
      "WORK-2", "a Job that has not ended", job(rest: #","status":{"conditions":[{"type":"Complete","status":"False"}]}"#),
      expect: job(1)),
    PodsOfWorkloadCase(
      "WORK-2", "a Job that numbers its Pods", job(#""completionMode":"Indexed","parallelism":2,"backoffLimitPerIndex":1"#),
      expect: job(2, index: true, failures: true)),
    PodsOfWorkloadCase(
      "WORK-2", "a Job whose labels are its author's", job(#""manualSelector":true"#),
      expect: .init(.exactly(1), "web-*", owners: ["batch/v1 Job web"])),
    PodsOfWorkloadCase(
      "WORK-2", "a suspended CronJob", cronJob("batch/v1", #""suspend":true"#),
      expect: job(0, name: "web-*", behind: ["batch/v1 CronJob web"])),
    PodsOfWorkloadCase(
      "WORK-2", "a CronJob of Jobs with several Pods", cronJob(jobSpec: #""parallelism":3"#),
      expect: job(3, name: "web-*", behind: ["batch/v1 CronJob web"])),
  ]

  /// WORK-1.
  private static let paths: [PodsOfWorkloadCase] = [
    PodsOfWorkloadCase(
      "WORK-1", "OpenShift's DeploymentConfig", json("apps.openshift.io/v1", "DeploymentConfig"), expect: operated),
    PodsOfWorkloadCase("WORK-1", "Knative's Service", json("serving.knative.dev/v1", "Service"), expect: operated),
    PodsOfWorkloadCase("WORK-1", "a kind that nobody names", json("example.org/v1", "Engine"), expect: nil),
    PodsOfWorkloadCase(
      "WORK-2", "a Pod that has yet to be given its name", unnamed(#""generateName":"web-""#),
      expect: .init(.exactly(1), "web-*", owners: [])),
    PodsOfWorkloadCase(
      "WORK-2", "a beginning without a hyphen, and an empty name", unnamed(#""generateName":"web","name":"""#),
      expect: .init(.exactly(1), "web*", owners: [])),
    PodsOfWorkloadCase(
      "WORK-2", "a Pod without a name that something owns",
      unnamed(
        #""generateName":"web-","ownerReferences":[{"apiVersion":"example.org/v1","kind":"Engine","name":"e","uid":"1"}]"#),
      expect: .init(.exactly(1), "web-*", owners: ["example.org/v1 Engine e"])),
    made(
      "a Job that has yet to be given its name", "batch/v1", "Job",
      expect: .init(
        .exactly(1), "web-*", owners: ["batch/v1 Job web-*"],
        labels: [
          "job-name=web-*", "controller-uid=*", "batch.kubernetes.io/job-name=web-* since 1.27",
          "batch.kubernetes.io/controller-uid=* since 1.27",
        ])),
    made(
      "a StatefulSet that has yet to be given its name", "apps/v1", "StatefulSet",
      expect: .init(
        .exactly(1), "web-*", owners: ["apps/v1 StatefulSet web-*"],
        labels: [
          "controller-revision-hash=web-*", "statefulset.kubernetes.io/pod-name=web-*",
          "apps.kubernetes.io/pod-index=* since 1.28",
        ])),
    made(
      "a Deployment that has yet to be given its name", "apps/v1", "Deployment",
      expect: .init(
        .exactly(1), "web-*", owners: ["apps/v1 ReplicaSet web-*", "apps/v1 Deployment web-*"],
        labels: ["pod-template-hash=*"])),
    PodsOfWorkloadCase("WORK-2", "a Pod with a name", unnamed(#""generateName":"web-","name":"web-1""#), expect: nil),
    rollout(
      "labels and annotations of a role",
      #""canary":{"canaryMetadata":{"labels":{"role":"next"}},"stableMetadata":{"labels":{"role":"old"},"annotations":{"b":"2"}}}"#,
      labels: ["role=old of stable", "role=next of next"], annotations: ["b=2 of stable"]),
    rollout(
      "what both roles have", #""blueGreen":{"previewMetadata":{"labels":{"x":"1"}},"activeMetadata":{"labels":{"x":"1"}}}"#,
      labels: ["x=1"]),
    rollout(
      "a role over a label of the template", #""canary":{"canaryMetadata":{"labels":{"app":"next"}}}"#,
      labels: ["app=web of stable", "app=next of next"]),
    rollout("a strategy that says nothing of them", #""canary":{"steps":[]}"#),
    PodsOfWorkloadCase(
      "WORK-1", "a kind that is named", json("example.org/v1", "Engine"),
      paths: ["Engine": "spec.template"], expect: operated),
    PodsOfWorkloadCase(
      "WORK-1", "a kind that is named with its group", json("example.org/v1", "Engine"),
      paths: ["Engine.example.org": "spec.template", "Engine": "spec.wrong"], expect: operated),
    PodsOfWorkloadCase(
      "WORK-1", "a kind of another group", json("example.org/v1", "Engine"), paths: ["Engine.example.com": "spec.template"],
      expect: nil),
    PodsOfWorkloadCase(
      "WORK-1", "a path that leads to nothing", json("example.org/v1", "Engine"), paths: ["Engine": "spec.pods.template"],
      expect: nil),
    PodsOfWorkloadCase(
      "WORK-1", "a path of one key",
      #"{"apiVersion":"example.org/v1","kind":"Engine","metadata":{"name":"web"},\#(template)}"#,
      paths: ["Engine": "template"], expect: operated),
  ]
}

@Suite("The Pods of workloads")
struct PodsOfWorkloadsTests {
  private static let template = PodTemplateSpec(
    labels: ["app": "web"], annotations: ["a": "1"], spec: PodSpec(containers: [Container(name: "app")]))

  @Test(arguments: PodsOfWorkloadsTable.cases)
  func pods(_ row: PodsOfWorkloadCase) throws {
    let object = try JSONReader.decode(KubernetesObject.self, from: row.json.utf8, userInfo: row.paths.userInfo)
    let pods = object.workload?.pods
    #expect(pods.map(PodsOfWorkloadCase.Told.init) == row.expected)
    guard let pods else { return }
    #expect(pods.template == Self.template)
    #expect(pods.workload == object.reference)
  }

  /// What the API server copies from a Node nobody knows before a Pod is bound to one.
  @Test func labelsOfTheNode() throws {
    let pods = try #require(Deployment(metadata: ObjectMeta(name: "web"), template: PodTemplateSpec()).pods)
    let keys = ["topology.kubernetes.io/region", "topology.kubernetes.io/zone"]
    #expect(pods.unknownLabels(underKubernetes: 35).map(\.key) == ["pod-template-hash"] + keys)
    #expect(pods.unknownLabels(underKubernetes: 34).map(\.key) == ["pod-template-hash"])
  }

  /// The Services that a strategy names are those whose selectors are patched.
  @Test(arguments: [
    (#"{"canary":{"stableService":"a","canaryService":"b"}}"#, ["a", "b"]),
    (#"{"blueGreen":{"activeService":"a","previewService":""}}"#, ["a"]), (#"{"canary":null}"#, []),
  ])
  func patchedServices(_ strategy: String, _ services: [String]) throws {
    let rollout = try JSONReader.decode(
      Rollout.self, from: #"{"metadata":{"name":"web"},"spec":{"template":{},"strategy":\#(strategy)}}"#.utf8)
    #expect(rollout.strategy.services == services)
    #expect(rollout.pods?.patchedServices == services)
  }

  /// Foundation's decoder is told of paths in the same way.
  @Test(arguments: PodsOfWorkloadsTable.cases)
  func podsThroughFoundation(_ row: PodsOfWorkloadCase) throws {
    let decoder = JSONDecoder()
    decoder.userInfo = row.paths.userInfo
    let object = try decoder.decode(KubernetesObject.self, from: Data(row.json.utf8))
    #expect(object == (try JSONReader.decode(KubernetesObject.self, from: row.json.utf8, userInfo: row.paths.userInfo)))
  }

  /// Items of a typed list are read as what its kind says, the paths included.
  @Test func typedLists() throws {
    let items = #"{"metadata":{"name":"web"},"spec":{"template":{"spec":{"containers":[]}}}}"#
    for (type, kind) in [("apps/v1", "Deployment"), ("extensions/v1beta1", "Deployment"), ("example.org/v1", "Engine")] {
      var reader = ObjectReader<KubernetesObject>(userInfo: PodTemplatePaths(["Engine": "spec.template"]).userInfo)
      reader.append(Array(#"{"apiVersion":"\#(type)","kind":"\#(kind)List","items":[\#(items)]}"#.utf8))
      reader.finish()
      var list = ObjectList<KubernetesObject>()
      while let event = try reader.next() { try list.apply(event) }
      #expect(list.failures.isEmpty)
      #expect(list.objects.map { $0.reference.kind } == [kind])
      #expect(list.objects.allSatisfy { $0.workload?.pods != nil })
    }
  }

  /// The Pod of a template is that of the template, with what is known of the rest.
  @Test func thePodAsItIsKnown() throws {
    let set = StatefulSet(
      metadata: ObjectMeta(name: "db", namespace: "demo", labels: ["only": "here"]), replicas: 2,
      template: PodTemplateSpec(labels: ["app": "db", "controller-revision-hash": "mine"]))
    let pods = try #require(set.pods)
    let pod = pods.pod(underKubernetes: 29)
    #expect(pod.metadata.name == "db-*")
    #expect(pod.metadata.namespace == "demo")
    #expect(pod.metadata.labels == ["app": "db"])
    let owner = OwnerReference(
      apiVersion: "apps/v1", kind: "StatefulSet", name: "db", controller: true, blockOwnerDeletion: true)
    #expect(pod.metadata.ownerReferences == [owner])
    let second = try #require(pods.pod(at: 1, underKubernetes: 29))
    #expect(second.metadata.name == "db-1")
    let known: StringMap = [
      "app": "db", "apps.kubernetes.io/pod-index": "1", "statefulset.kubernetes.io/pod-name": "db-1",
    ]
    #expect(second.metadata.labels == known)
    let older = try #require(pods.pod(at: 1, underKubernetes: 27))
    #expect(older.metadata.labels == ["app": "db", "statefulset.kubernetes.io/pod-name": "db-1"])
    #expect(pods.pod(at: 2, underKubernetes: 29) == nil)
    #expect(pods.pod(at: -1, underKubernetes: 29) == nil)
  }
}
