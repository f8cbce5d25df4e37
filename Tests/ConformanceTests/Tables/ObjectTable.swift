import Foundation
import KubernetesObjects
import MeshMapping
import Testing

/// What a JSON document is read as.
struct ObjectCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName = "documented"
  let json: String
  let expected: Expectation

  enum Expectation: Sendable {
    /// The document is these objects and failures.
    case list([KubernetesObject], [Failure] = [])
    /// The document, read with Kuma's own kinds, is these objects and failures.
    case cluster([ClusterObject], [Failure] = [])
    /// The document is refused as a whole.
    case refused
    /// Reading the document as this type is an error at this path.
    case refusedAs(any (Decodable & Sendable).Type, path: [String])
    /// Reading the document as a Pod gives this.
    case pod(Pod)
  }

  /// What a failure must say: parts of the object's name and of the problem, and the whole path.
  struct Failure: Sendable {
    let object: [String]
    let path: String
    let problem: String

    init(_ object: String..., path: String, _ problem: String) {
      self.object = object
      self.path = path
      self.problem = problem
    }
  }

  init(_ statement: String, _ title: String, _ json: String, _ expected: Expectation) {
    self.statement = statement
    self.title = title
    self.json = json
    self.expected = expected
  }
}

/// How two texts compare wherever the mapping compares texts.
struct ByteCase: SpecificationCase {
  let statement = "OBJ-5"
  let title: String
  let rules: RulesName = "documented"
  let first: String
  let second: String
  let expected: Order

  enum Order: Sendable {
    case same
    /// The first comes before the second.
    case before
  }

  init(_ title: String, _ first: String, _ second: String, _ expected: Order) {
    self.title = title
    self.first = first
    self.second = second
    self.expected = expected
  }
}

enum ObjectTable {
  private static func pod(_ metadata: ObjectMeta, _ spec: PodSpec = PodSpec(), _ status: PodStatus = PodStatus())
    -> KubernetesObject
  {
    .pod(Pod(metadata: metadata, spec: spec, status: status))
  }

  private static func service(_ ports: [ServicePort], selector: StringMap = [:]) -> KubernetesObject {
    .service(Service(metadata: ObjectMeta(name: "web", namespace: "demo"), selector: selector, ports: ports))
  }

  private static func unsupported(_ apiVersion: String, _ kind: String, name: String = "") -> KubernetesObject {
    .unsupported(UnsupportedObject(type: ObjectType(apiVersion: apiVersion, kind: kind), name: name))
  }

  private static func resource(
    _ kind: String,
    _ name: String,
    mesh: String? = nil,
    form: MeshResource.Form = .kubernetes
  ) -> MeshResource {
    let type = ObjectType(apiVersion: "kuma.io/v1alpha1", kind: kind)
    return MeshResource(type: type, metadata: ObjectMeta(name: name), mesh: mesh, form: form, fields: .null)
  }

  private static func podJSON(_ metadata: String = #"{"name":"web-1","namespace":"demo"}"#, _ rest: String = "") -> String {
    #"{"apiVersion":"v1","kind":"Pod","metadata":\#(metadata)\#(rest)}"#
  }

  /// A Pod whose specification names a service account.
  private static func account(_ title: String, _ spec: String, _ expected: String) -> ObjectCase {
    ObjectCase(
      "OBJ-1", "the service account \(title)", podJSON(#"{"name":"web-1"}"#, ",\"spec\":{\(spec)}"),
      .list([pod(ObjectMeta(name: "web-1"), PodSpec(serviceAccountName: expected))]))
  }

  private static func serviceJSON(_ spec: String) -> String {
    #"{"apiVersion":"v1","kind":"Service","metadata":{"name":"web","namespace":"demo"},"spec":\#(spec)}"#
  }

  private static func meshJSON(_ mode: String) -> String {
    """
    {"apiVersion":"kuma.io/v1alpha1","kind":"Mesh","metadata":{"name":"default"},\
    "spec":{"meshServices":{"mode":"\(mode)"}}}
    """
  }

  private static func listJSON(_ items: String...) -> String {
    #"{"apiVersion":"v1","kind":"List","items":[\#(items.joined(separator: ","))]}"#
  }

  private static let webOne = ObjectMeta(name: "web-1", namespace: "demo")
  private static let demo = #"{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"demo"}}"#
  private static let demoObject = KubernetesObject.namespace(Namespace(metadata: ObjectMeta(name: "demo")))

  static let cases = projections + kinds + failures + ports + types

  /// OBJ-1.
  private static let projections: [ObjectCase] = [
    ObjectCase(
      "OBJ-1", "what nothing reads is passed over, whatever its type",
      podJSON(
        #"{"name":"web-1","namespace":"demo","generateName":7,"managedFields":{},"creationTimestamp":null}"#,
        #","spec":{"hostIPC":1,"volumes":[{"emptyDir":1}],"containers":[{"name":"app","image":[]}]},"status":{"hostIP":false},"extra":[null]"#
      ),
      .list([pod(webOne, PodSpec(containers: [Container(name: "app")]))])
    ),
    ObjectCase(
      "OBJ-1", "null maps, lists and texts are empty",
      podJSON(
        """
        {"name":"web-1","namespace":null,"uid":null,"labels":null,"annotations":null,"ownerReferences":null,\
        "deletionTimestamp":null}
        """,
        #","spec":{"containers":null,"initContainers":null,"nodeName":null,"serviceAccountName":null},"status":null"#
      ),
      .list([pod(ObjectMeta(name: "web-1"))])
    ),
    account("by its name", #""serviceAccountName":"shop""#, "shop"),
    account("by its old name", #""serviceAccount":"shop""#, "shop"),
    account("by both names, of which the new one holds", #""serviceAccount":"old","serviceAccountName":"new""#, "new"),
    account("by its old name, since the new one is empty", #""serviceAccountName":"","serviceAccount":"shop""#, "shop"),
    account("by its old name, since the new one is null", #""serviceAccountName":null,"serviceAccount":"shop""#, "shop"),
    ObjectCase("OBJ-1", "absent parts are empty", podJSON(#"{"name":"web-1"}"#), .list([pod(ObjectMeta(name: "web-1"))])),
    ObjectCase(
      "OBJ-1", "everything that is read of a Pod",
      podJSON(
        """
        {"name":"web-1","namespace":"demo","uid":"u","labels":{"b":"2","a":""},"annotations":{"k":"v"},\
        "ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"web","uid":"r","controller":true}],\
        "deletionTimestamp":"2024-01-01T00:00:00Z"}
        """,
        """
        ,"spec":{"containers":[{"name":"app","ports":[{"name":"http","containerPort":8080,"protocol":"TCP"},\
        {"containerPort":53,"protocol":"UDP"}],"securityContext":{"runAsUser":5678},"livenessProbe":{"tcpSocket":{"port":"http"}},\
        "readinessProbe":{"grpc":{"port":7000}},"startupProbe":{"exec":{"command":["ok"]}}}],"initContainers":[{"name":"init"}],"volumes":[{"name":"v"}],\
        "restartPolicy":"Never","nodeName":"n","serviceAccountName":"s","securityContext":{"runAsUser":7},"hostNetwork":true},"status":{"phase":"Running","reason":"Evicted","podIP":"10.0.0.1",\
        "containerStatuses":[{"name":"app","ready":true,"state":{"running":{}}}],\
        "initContainerStatuses":[{"name":"init","ready":false,"state":{"terminated":{"exitCode":3}}}]}
        """
      ),
      .list([
        pod(
          ObjectMeta(
            name: "web-1", namespace: "demo", uid: "u", labels: ["a": "", "b": "2"], annotations: ["k": "v"],
            ownerReferences: [
              OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "web", uid: "r", controller: true)
            ],
            deletionTimestamp: "2024-01-01T00:00:00Z"
          ),
          PodSpec(
            containers: [
              Container(
                name: "app",
                ports: [
                  ContainerPort(name: "http", containerPort: 8080),
                  ContainerPort(containerPort: 53, transportProtocol: .udp),
                ],
                runAsUser: 5678,
                portProbes: [PortProbe(.liveness, .tcp, port: "http"), PortProbe(.readiness, .grpc, port: 7000)],
                commandProbes: [.startup]
              )
            ],
            initContainers: [Container(name: "init")], nodeName: "n", serviceAccountName: "s", volumeNames: ["v"],
            restartPolicy: "Never", runAsUser: 7, network: .host
          ),
          PodStatus(
            phase: "Running", reason: "Evicted", podIP: "10.0.0.1",
            containerStatuses: [ContainerStatus(name: "app", isReady: true)],
            initContainerStatuses: [ContainerStatus(name: "init", isReady: false, isTerminated: true, exitCode: 3)]
          )
        )
      ])
    ),
    ObjectCase(
      "OBJ-1", "a container that ended with nothing said",
      podJSON(#"{"name":"web-1"}"#, #","status":{"containerStatuses":[{"name":"app","state":{"terminated":{}}}]}"#),
      .list([
        pod(
          ObjectMeta(name: "web-1"), PodSpec(),
          PodStatus(containerStatuses: [ContainerStatus(name: "app", isReady: false, isTerminated: true)])
        )
      ])
    ),
    ObjectCase(
      "OBJ-1", "a null label is an empty one", podJSON(#"{"name":"web-1","labels":{"a":null,"b":"1"}}"#),
      .list([pod(ObjectMeta(name: "web-1", labels: ["a": "", "b": "1"]))])
    ),
    ObjectCase(
      "OBJ-1", "a network that is neither the Pod's nor the Node's",
      podJSON(#"{"name":"web-1"}"#, #","spec":{"hostNetwork":"true"}"#),
      .list([], [.init("Pod web-1", path: "spec.hostNetwork", "must be true or false")])
    ),
    ObjectCase(
      "OBJ-1", "a Pod on its own network, with nothing said of its user",
      podJSON(#"{"name":"web-1"}"#, #","spec":{"securityContext":{"runAsUser":null},"hostNetwork":false}"#),
      .list([pod(ObjectMeta(name: "web-1"))])
    ),
    ObjectCase(
      "OBJ-1", "null inside containers and their statuses",
      podJSON(
        #"{"name":"web-1","namespace":"demo"}"#,
        """
        ,"spec":{"containers":[{"name":"a","ports":null,"securityContext":null},\
        {"name":"b","securityContext":{"runAsUser":null},"ports":[{"name":null,"containerPort":1,"protocol":null}]}]},\
        "status":{"containerStatuses":[{"name":"a","ready":null,"state":null},{"name":"b","state":{"terminated":null}}]}
        """
      ),
      .list([
        pod(
          webOne,
          PodSpec(containers: [Container(name: "a"), Container(name: "b", ports: [ContainerPort(containerPort: 1)])]),
          PodStatus(containerStatuses: [
            ContainerStatus(name: "a", isReady: false), ContainerStatus(name: "b", isReady: false),
          ])
        )
      ])
    ),
    ObjectCase(
      "OBJ-1", "a Service with null parts",
      serviceJSON(#"{"type":null,"clusterIP":null,"selector":null,"ports":[{"port":80,"name":null,"appProtocol":null}]}"#),
      .list([service([ServicePort(port: 80)])])
    ),
    ObjectCase(
      "OBJ-1", "an empty application protocol is not an absent one",
      serviceJSON(#"{"ports":[{"port":80,"appProtocol":""}]}"#),
      .list([service([ServicePort(appProtocol: "", port: 80)])])
    ),
    ObjectCase(
      "OBJ-1", "an empty protocol is TCP", serviceJSON(#"{"ports":[{"port":80,"protocol":""}]}"#),
      .list([service([ServicePort(port: 80)])])
    ),
    ObjectCase(
      "OBJ-1", "endpoints without an object behind them",
      """
      {"apiVersion":"discovery.k8s.io/v1","kind":"EndpointSlice","metadata":{"name":"s","namespace":"demo",\
      "labels":{"kubernetes.io/service-name":"web"}},"endpoints":[{"targetRef":null},{},{"targetRef":{"uid":"u"}},\
      {"targetRef":{}},{"targetRef":{"uid":"v","kind":"Pod","name":"web-1","namespace":"demo"}}]}
      """,
      .list([
        .endpointSlice(
          EndpointSlice(
            metadata: ObjectMeta(name: "s", namespace: "demo", labels: ["kubernetes.io/service-name": "web"]),
            endpoints: [
              .init(targetRef: nil), .init(targetRef: nil), .init(targetRef: .init(uid: "u")),
              .init(targetRef: .init(uid: "")), .init(targetRef: .init(uid: "v", kind: "Pod", name: "web-1")),
            ]
          )
        )
      ])
    ),
    ObjectCase(
      "OBJ-1", "a Namespace that is being deleted",
      #"{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"demo"},"status":{"phase":"Terminating","conditions":[]}}"#,
      .list([.namespace(Namespace(metadata: ObjectMeta(name: "demo"), phase: "Terminating"))])
    ),
    ObjectCase(
      "OBJ-1", "a Node with its kubelet",
      listJSON(
        #"{"apiVersion":"v1","kind":"Node","metadata":{"name":"n"},"status":{"nodeInfo":{"kubeletVersion":"v1.31.2"}}}"#,
        #"{"apiVersion":"v1","kind":"Node","metadata":{"name":"m"},"status":{"nodeInfo":null}}"#
      ),
      .list([
        .node(Node(metadata: ObjectMeta(name: "n"), kubeletVersion: "v1.31.2")),
        .node(Node(metadata: ObjectMeta(name: "m"))),
      ])
    ),
    ObjectCase(
      "OBJ-1", "Nodes, ReplicaSets and Jobs that say no more than who they are",
      listJSON(
        #"{"apiVersion":"v1","kind":"Node","metadata":{"name":"n","labels":{"a":"1"}},"spec":[]}"#,
        #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"r","namespace":"demo"},"spec":null}"#,
        #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"j","namespace":"demo"}}"#
      ),
      .list([
        .node(Node(metadata: ObjectMeta(name: "n", labels: ["a": "1"]))),
        .replicaSet(ReplicaSet(metadata: ObjectMeta(name: "r", namespace: "demo"))),
        .job(Job(metadata: ObjectMeta(name: "j", namespace: "demo"))),
      ])
    ),
    ObjectCase(
      "OBJ-1", "where others reach a Service, and the addresses of a Node",
      listJSON(
        #"{"apiVersion":"v1","kind":"Service","metadata":{"name":"web","namespace":"demo"},"spec":{"ports":[{"port":80,"nodePort":30080}]},"status":{"loadBalancer":{"ingress":[{"ip":"1.2.3.4"},{"hostname":"lb","ip":null}]}}}"#,
        #"{"apiVersion":"v1","kind":"Service","metadata":{"name":"web","namespace":"demo"},"status":{"loadBalancer":{}}}"#,
        #"{"apiVersion":"v1","kind":"Node","metadata":{"name":"n"},"status":{"addresses":[{"type":"InternalIP","address":"10.0.0.1"},{}]}}"#
      ),
      .list([
        .service(
          Service(
            metadata: ObjectMeta(name: "web", namespace: "demo"), ports: [ServicePort(port: 80, nodePort: 30080)],
            loadBalancer: [LoadBalancerIngress(ip: "1.2.3.4"), LoadBalancerIngress(hostname: "lb")])),
        .service(Service(metadata: ObjectMeta(name: "web", namespace: "demo"))),
        .node(
          Node(
            metadata: ObjectMeta(name: "n"),
            addresses: [NodeAddress(type: "InternalIP", address: "10.0.0.1"), NodeAddress(type: "", address: "")])),
      ])
    ),
    ObjectCase("OBJ-1", "a list without items", #"{"apiVersion":"v1","kind":"PodList","items":[]}"#, .list([])),
    ObjectCase("OBJ-1", "a list whose items are null", #"{"apiVersion":"v1","kind":"PodList","items":null}"#, .list([])),
    ObjectCase("OBJ-1", "the order of a list is kept", listJSON(podJSON(), demo), .list([pod(webOne), demoObject])),
  ]

  /// OBJ-2.
  private static let kinds: [ObjectCase] = [
    ObjectCase(
      "OBJ-2", "a kind that nothing reads",
      #"{"apiVersion":"networking.k8s.io/v1","kind":"Ingress","metadata":{"name":"web"}}"#,
      .list([unsupported("networking.k8s.io/v1", "Ingress", name: "web")])
    ),
    ObjectCase(
      "OBJ-2", "such an object need not even be well formed",
      listJSON(#"{"apiVersion":"v1","kind":"ConfigMap","metadata":7,"spec":null}"#, #"{"kind":"Secret"}"#, demo),
      .list([unsupported("v1", "ConfigMap"), unsupported("", "Secret"), demoObject])
    ),
    ObjectCase(
      "OBJ-2", "a known kind of another group",
      #"{"apiVersion":"example.org/v1","kind":"Service","spec":{"ports":5}}"#,
      .list([unsupported("example.org/v1", "Service")])
    ),
    ObjectCase(
      "OBJ-2", "a known kind of another version", #"{"apiVersion":"v2","kind":"Pod","metadata":{"name":"web-1"}}"#,
      .list([unsupported("v2", "Pod", name: "web-1")])
    ),
    ObjectCase(
      "OBJ-2", "a kind in other letters", #"{"apiVersion":"v1","kind":"pod","metadata":{"name":"web-1"}}"#,
      .list([unsupported("v1", "pod", name: "web-1")])
    ),
    ObjectCase(
      "OBJ-2", "Kuma's other kinds, among those that are read",
      listJSON(
        meshJSON("Exclusive"),
        #"{"apiVersion":"kuma.io/v1alpha1","kind":"MeshTimeout","metadata":{"name":"t"}}"#,
        #"{"apiVersion":"kuma.io/v1alpha1","kind":"Dataplane","mesh":"blue","metadata":{"name":"a","namespace":"demo"}}"#,
        demo
      ),
      .cluster([
        .mesh(Mesh(name: "default", meshServicesMode: .exclusive)),
        .resource(resource("MeshTimeout", "t")),
        .dataplane(
          Dataplane(mesh: "blue", metadata: .init(name: "a", namespace: "demo"), networking: .init(address: ""))
        ), .kubernetes(demoObject),
      ])
    ),
    ObjectCase(
      "OBJ-2", "a Mesh where only Kubernetes' kinds are read",
      #"{"apiVersion":"kuma.io/v1alpha1","kind":"Mesh","metadata":{"name":"default"}}"#,
      .list([unsupported("kuma.io/v1alpha1", "Mesh", name: "default")])
    ),
  ]

  /// OBJ-3.
  private static let failures: [ObjectCase] = [
    ObjectCase(
      "OBJ-3", "the objects beside it are read", listJSON(demo, serviceJSON(#"{"ports":[{"port":"80"}]}"#), podJSON()),
      .list(
        [demoObject, pod(webOne)],
        [.init("Service demo/web", "items[1]", path: "spec.ports[0].port", "must be a whole number")]
      )
    ),
    ObjectCase(
      "OBJ-3", "every bad object is named",
      listJSON(podJSON(#"{"name":"a","labels":[]}"#), podJSON(#"{"name":"b","annotations":"x"}"#)),
      .list(
        [],
        [
          .init("Pod a", "items[0]", path: "metadata.labels", "must be an object"),
          .init("Pod b", "items[1]", path: "metadata.annotations", "must be an object"),
        ]
      )
    ),
    ObjectCase(
      "OBJ-3", "an object that stands alone", podJSON(#"{"name":"web-1","namespace":"demo","labels":{"a":1}}"#),
      .list([], [.init("Pod demo/web-1", path: "metadata.labels.a", "must be a string; put the value in quotes")])
    ),
    ObjectCase(
      "OBJ-3", "a key with dots is written in quotes",
      podJSON(#"{"name":"web-1","labels":{"app.kubernetes.io/version":true}}"#),
      .list([], [.init("Pod web-1", path: #"metadata.labels["app.kubernetes.io/version"]"#, "must be a string")])
    ),
    ObjectCase(
      "OBJ-3", "a list that is an object", podJSON(#"{"name":"web-1"}"#, #","spec":{"containers":{"name":"app"}}"#),
      .list([], [.init("Pod web-1", path: "spec.containers", "must be a list")])
    ),
    ObjectCase(
      "OBJ-3", "null inside a list", podJSON(#"{"name":"web-1"}"#, #","spec":{"containers":[{"name":"app"},null]}"#),
      .list([], [.init("Pod web-1", path: "spec.containers[1]", "must be an object")])
    ),
    ObjectCase(
      "OBJ-3", "a text where true or false belongs",
      podJSON(#"{"name":"web-1"}"#, #","status":{"containerStatuses":[{"name":"a","ready":"yes"}]}"#),
      .list([], [.init("Pod web-1", path: "status.containerStatuses[0].ready", "must be true or false")])
    ),
    ObjectCase(
      "OBJ-3", "a number with a fraction", serviceJSON(#"{"ports":[{"port":80.5}]}"#),
      .list([], [.init("Service demo/web", path: "spec.ports[0].port", "")])
    ),
    ObjectCase(
      "OBJ-3", "a number that does not fit", serviceJSON(#"{"ports":[{"port":4294967296}]}"#),
      .list([], [.init("Service demo/web", path: "spec.ports[0].port", "")])
    ),
    ObjectCase(
      "OBJ-3", "without a name", listJSON(podJSON(#"{"namespace":"demo"}"#), demo),
      .list([demoObject], [.init("Pod", "items[0]", path: "metadata.name", "is missing")])
    ),
    ObjectCase(
      "OBJ-3", "with an empty name", podJSON(#"{"name":""}"#), .list([], [.init("Pod", path: "metadata.name", "is missing")])
    ),
    ObjectCase(
      "OBJ-3", "with a null name", podJSON(#"{"name":null}"#), .list([], [.init("Pod", path: "metadata.name", "is missing")])
    ),
    ObjectCase(
      "OBJ-3", "with a number for a name", podJSON(#"{"name":1}"#),
      .list([], [.init("Pod", path: "metadata.name", "must be a string")])
    ),
    ObjectCase(
      "OBJ-3", "without metadata", #"{"apiVersion":"v1","kind":"Service"}"#,
      .list([], [.init("Service", path: "metadata", "is missing")])
    ),
    ObjectCase("OBJ-3", "with null metadata", podJSON("null"), .list([], [.init("Pod", path: "metadata", "")])),
    ObjectCase(
      "OBJ-3", "without a kind", listJSON(#"{"metadata":{"name":"a"}}"#, demo),
      .list([demoObject], [.init("a", "items[0]", path: "kind", "is missing")])
    ),
    ObjectCase(
      "OBJ-3", "alone without a kind", #"{"metadata":{"name":"a"}}"#, .list([], [.init("a", path: "kind", "is missing")])
    ),
    ObjectCase(
      "OBJ-3", "with a null kind", #"{"apiVersion":"v1","kind":null}"#, .list([], [.init(path: "kind", "is missing")])
    ),
    ObjectCase(
      "OBJ-3", "with a number for a kind, in a list", listJSON(#"{"kind":5}"#, demo),
      .list([demoObject], [.init("items[0]", path: "kind", "must be a string")])
    ),
    ObjectCase(
      "OBJ-3", "with a number for a kind, alone", #"{"kind":5}"#, .list([], [.init(path: "kind", "must be a string")])
    ),
    ObjectCase(
      "OBJ-3", "null, a text and a list are no objects", listJSON("null", #""Pod""#, "[]", demo),
      .list(
        [demoObject],
        [
          .init("items[0]", path: "", "must be an object"), .init("items[1]", path: "", "must be an object"),
          .init("items[2]", path: "", "must be an object"),
        ]
      )
    ),
    ObjectCase(
      "OBJ-3", "a mode of MeshServices that does not exist",
      meshJSON("exclusive"),
      .cluster([], [.init("Mesh default", path: "spec.meshServices.mode", "Exclusive")])
    ),
    ObjectCase("OBJ-3", "a document that is no object is refused", "[]", .refused),
    ObjectCase("OBJ-3", "a document that is null is refused", "null", .refused),
    ObjectCase(
      "OBJ-3", "items that are no list are a failure of the list", #"{"kind":"List","items":{}}"#,
      .list([], [.init("List", path: "items", "must be a list")])
    ),
    ObjectCase("OBJ-3", "a document that is no JSON is refused", "{", .refused),
  ]

  /// OBJ-4.
  private static func target(_ json: String, _ reference: PortReference) -> (json: String, expected: ObjectCase.Expectation)
  {
    (serviceJSON(#"{"ports":[{"port":80\#(json)}]}"#), .list([service([ServicePort(port: 80, targetPort: reference)])]))
  }

  private static let ports: [ObjectCase] =
    [
      ("a number", target(#","targetPort":8080"#, .number(8080))),
      ("a name of digits", target(#","targetPort":"8080""#, .name("8080"))),
      ("a name", target(#","targetPort":"http""#, .name("http"))), ("absent", target("", .number(0))),
      ("null", target(#","targetPort":null"#, .number(0))), ("the number 0", target(#","targetPort":0"#, .number(0))),
      ("the name 0", target(#","targetPort":"0""#, .name("0"))), ("an empty name", target(#","targetPort":"""#, .name(""))),
      ("a negative number", target(#","targetPort":-1"#, .number(-1))),
      ("a number beyond all ports", target(#","targetPort":70000"#, .number(70000))),
    ].map { ObjectCase("OBJ-4", $0, $1.json, $1.expected) }
    + ["true", "8080.5", "[8080]", "{}", "2147483648"].map { json in
      ObjectCase(
        "OBJ-4", "neither a number nor a name: \(json)", serviceJSON(#"{"ports":[{"port":80,"targetPort":\#(json)}]}"#),
        .list([], [.init("Service demo/web", path: "spec.ports[0].targetPort", "must be a port number or the name")])
      )
    }

  /// OBJ-6.
  private static let types: [ObjectCase] = [
    ObjectCase(
      "OBJ-6", "a Service as a Pod", serviceJSON("{}"), .refusedAs(Pod.self, path: ["kind"])
    ),
    ObjectCase("OBJ-6", "a Pod as a Service", podJSON(), .refusedAs(Service.self, path: ["kind"])),
    ObjectCase("OBJ-6", "a Pod as a Namespace", podJSON(), .refusedAs(Namespace.self, path: ["kind"])),
    ObjectCase("OBJ-6", "a Pod as a Node", podJSON(), .refusedAs(Node.self, path: ["kind"])),
    ObjectCase("OBJ-6", "a Pod as an EndpointSlice", podJSON(), .refusedAs(EndpointSlice.self, path: ["kind"])),
    ObjectCase("OBJ-6", "a Pod as a ReplicaSet", podJSON(), .refusedAs(ReplicaSet.self, path: ["kind"])),
    ObjectCase("OBJ-6", "a Pod as a Job", podJSON(), .refusedAs(Job.self, path: ["kind"])),
    ObjectCase("OBJ-6", "a Pod as a Dataplane", podJSON(), .refusedAs(Dataplane.self, path: ["kind"])),
    ObjectCase("OBJ-6", "a Pod as a Mesh", podJSON(), .refusedAs(Mesh.self, path: ["kind"])),
    ObjectCase("OBJ-6", "a Pod as a ZoneIngress", podJSON(), .refusedAs(ZoneIngress.self, path: ["kind"])),
    ObjectCase("OBJ-6", "a Pod as a ZoneEgress", podJSON(), .refusedAs(ZoneEgress.self, path: ["kind"])),
    ObjectCase(
      "OBJ-6", "a Pod of another version as a Pod", #"{"apiVersion":"v2","kind":"Pod","metadata":{"name":"a"}}"#,
      .refusedAs(Pod.self, path: ["apiVersion"])
    ),
    ObjectCase(
      "OBJ-6", "a ReplicaSet of another group as a ReplicaSet",
      #"{"apiVersion":"example.com/v1","kind":"ReplicaSet","metadata":{"name":"a"}}"#,
      .refusedAs(ReplicaSet.self, path: ["apiVersion"])
    ),
    ObjectCase(
      "OBJ-6", "what kumactl prints",
      #"""
      {"total":4,"next":null,"items":[
        {"type":"Mesh","name":"blue","meshServices":{"mode":"Exclusive"}},
        {"type":"Dataplane","mesh":"blue","name":"web-1.demo","networking":{"address":"10.0.0.1"},\#
        "labels":{"a":"b","kuma.io/workload":"w"}},
        {"type":"MeshTimeout","mesh":"blue","name":"t"}, {"type":"Library","name":"no resource"}]}
      """#,
      .cluster(
        [
          .mesh(Mesh(name: "blue", meshServicesMode: .exclusive)),
          .dataplane(
            Dataplane(
              mesh: "blue",
              metadata: .init(
                name: "web-1", namespace: "demo", labels: ["a": "b", "kuma.io/workload": "w"],
                annotations: ["kuma.io/workload": "w"], ownership: .notPrinted),
              networking: .init(address: "10.0.0.1")
            )
          ), .resource(resource("MeshTimeout", "t", mesh: "blue", form: .universalWithoutSpec)),
        ],
        [.init("object at items[3]", path: "kind", "is missing")])
    ),
    ObjectCase(
      "OBJ-6", "events of a watch",
      listJSON(
        #"{"type":"ADDED","object":\#(demo)}"#, #"{"type":"ADDED","object":\#(podJSON())}"#,
        #"{"type":"DELETED","object":\#(podJSON())}"#, #"{"type":"BOOKMARK","object":{"kind":"Pod"}}"#),
      .list([demoObject])
    ),
    ObjectCase(
      "OBJ-6", "a ReplicaSet of an old version",
      #"{"apiVersion":"extensions/v1beta1","kind":"ReplicaSet","metadata":{"name":"a"}}"#,
      .list([.replicaSet(ReplicaSet(metadata: ObjectMeta(name: "a")))])
    ),
    ObjectCase(
      "OBJ-6", "a ReplicaSet of the version between",
      #"{"apiVersion":"apps/v1beta2","kind":"ReplicaSet","metadata":{"name":"a"}}"#,
      .list([.replicaSet(ReplicaSet(metadata: ObjectMeta(name: "a")))])
    ),
    ObjectCase("OBJ-6", "a Pod as a Pod", podJSON(), .pod(Pod(metadata: webOne))),
    ObjectCase(
      "OBJ-6", "an object that says nothing as a Pod", #"{"metadata":{"name":"a"}}"#,
      .pod(Pod(metadata: ObjectMeta(name: "a")))
    ),
  ]

  /// OBJ-5.
  static let bytes: [ByteCase] = [
    ByteCase("the same bytes", "app.kubernetes.io/name", "app.kubernetes.io/name", .same),
    ByteCase("the same bytes beyond ASCII", "caf\u{E9}", "caf\u{E9}", .same),
    ByteCase("a letter with an accent, and one with an accent behind", "cafe\u{301}", "caf\u{E9}", .before),
    ByteCase("a letter, and a sign that stands for it", "K", "\u{212A}", .before),
    ByteCase("capitals before small letters", "B", "a", .before),
    ByteCase("digits as characters, not as numbers", "a10", "a9", .before),
    ByteCase("the shorter of two that begin alike", "app", "app-2", .before),
    ByteCase("the empty text before all others", "", " ", .before),
    ByteCase("hyphen, dot and slash in this order", "a-b", "a.b", .before),
    ByteCase("characters in the order of UTF-8, not of UTF-16", "\u{FF5E}", "\u{1F600}", .before),
    ByteCase("a zero byte does not end a text", "a\0", "a\0b", .before),
  ]
}

@Suite("Objects")
struct ObjectTests {
  @Test(arguments: ObjectTable.cases)
  func reading(_ row: ObjectCase) throws {
    let data = Data(row.json.utf8)
    switch row.expected {
    case .list(let objects, let failures):
      let list = try JSONDecoder().decode(ObjectList<KubernetesObject>.self, from: data)
      #expect(list.objects == objects)
      check(list.failures, failures)
      let cluster = try JSONDecoder().decode(ObjectList<ClusterObject>.self, from: data)
      check(cluster.failures, failures)
    case .cluster(let objects, let failures):
      let list = try JSONDecoder().decode(ObjectList<ClusterObject>.self, from: data)
      #expect(list.objects == objects)
      check(list.failures, failures)
    case .refused:
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(ObjectList<KubernetesObject>.self, from: data) }
    case .refusedAs(let type, let path):
      let error = #expect(throws: DecodingError.self) { try decode(type, from: data) }
      guard case .dataCorrupted(let context) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(context.codingPath.map(\.stringValue) == path)
    case .pod(let pod):
      #expect(try JSONDecoder().decode(Pod.self, from: data) == pod)
    }
  }

  private func decode(_ type: any (Decodable & Sendable).Type, from data: Data) throws {
    _ = try JSONDecoder().decode(type, from: data)
  }

  private func check(_ failures: [ObjectFailure], _ expected: [ObjectCase.Failure]) {
    #expect(failures.count == expected.count, "\(failures)")
    for (failure, wanted) in zip(failures, expected) {
      for part in wanted.object { #expect(failure.object.contains(part)) }
      #expect(failure.path == wanted.path)
      #expect(!failure.problem.isEmpty)
      #expect(wanted.problem.isEmpty || failure.problem.contains(wanted.problem), "\(failure.problem)")
    }
  }

  @Test(arguments: ObjectTable.bytes)
  func comparison(_ row: ByteCase) {
    let isSame = row.expected == .same
    let keys: StringMap = [row.second: "2", row.first: "1"]
    #expect(keys.entries.map(\.value) == (isSame ? ["1"] : ["1", "2"]))
    #expect((keys[row.second] == "2") != isSame)
    #expect((([row.first: "1"] as StringMap) == [row.second: "1"]) == isSame)
    #expect((([row.first: "1"] as StringMap)[row.second] == nil) != isSame)
    #expect((["a": row.first] as StringMap).contains(["a": row.second]) == isSame)
    let names = [ObjectName(namespace: "a", name: row.first), ObjectName(namespace: "a", name: row.second)]
    #expect((names[0] == names[1]) == isSame)
    #expect(Set(names).count == (isSame ? 1 : 2))
    #expect((names[0] < names[1]) != isSame)
    #expect(!(names[1] < names[0]))
    let spaces = [ObjectName(namespace: row.first, name: "b"), ObjectName(namespace: row.second, name: "a")]
    #expect((spaces[0] < spaces[1]) != isSame)
    let tags = Tags([
      KumaTag(key: row.second, value: "2", origin: .podLabel), KumaTag(key: row.first, value: "1", origin: .podLabel),
    ])
    #expect(tags.map(\.value) == (isSame ? ["1"] : ["1", "2"]))
    #expect(
      (KumaTag(key: "a", value: row.first, origin: .podLabel) == KumaTag(key: "a", value: row.second, origin: .podLabel))
        == isSame)
  }
}
