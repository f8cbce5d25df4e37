import Foundation
import KubernetesJSON
import KubernetesObjects
import MeshMapping
import Testing

/// What an object of Kuma's selects.
struct SelectionCase: SpecificationCase {
  let statement = "OBJ-7"
  let title: String
  let rules: RulesName = "documented"
  let json: String
  let expected: Expectation

  enum Expectation: Sendable {
    /// These fields select, each with what: `tag version=v2 of proxies`.
    case selections([String: String])
    /// The object cannot be read, because of this field.
    case unreadable(String)
  }

  init(_ title: String, _ json: String, _ expected: Expectation) {
    self.title = title
    self.json = json
    self.expected = expected
  }

  /// A policy in the form of Kubernetes.
  init(_ title: String, _ kind: String, spec: String, _ expected: Expectation) {
    self.init(
      title, #"{"apiVersion":"kuma.io/v1alpha1","kind":"\#(kind)","metadata":{"name":"p","namespace":"n"},"spec":\#(spec)}"#,
      expected)
  }
}

enum SelectionTable {
  static let cases = references + matches + selectors + forms + unreadable

  private static let references: [SelectionCase] = [
    SelectionCase("the whole mesh", "MeshTimeout", spec: #"{"targetRef":{"kind":"Mesh"}}"#, .selections([:])),
    SelectionCase("nothing", "MeshTimeout", spec: "null", .selections([:])),
    SelectionCase(
      "proxies by tags, and services by name", "MeshTimeout",
      spec:
        #"{"targetRef":{"kind":"MeshSubset","tags":{"kuma.io/zone":"east","v":"2"}},"to":[{"targetRef":{"kind":"MeshService","name":"web"}}]}"#,
      .selections([
        #"spec.targetRef.tags["kuma.io/zone"]"#: "tag kuma.io/zone=east of proxies",
        "spec.targetRef.tags.v": "tag v=2 of proxies",
        "spec.to[0].targetRef.name": "tag kuma.io/service=web of destinations; MeshService web of destinations",
      ])),
    SelectionCase(
      "a MeshService of a namespace is no service of that name", "MeshRetry",
      spec: #"{"to":[{"targetRef":{"kind":"MeshService","name":"web","namespace":"demo","sectionName":"http"}}]}"#,
      .selections(["spec.to[0].targetRef.name": "MeshService demo/web of destinations"])),
    SelectionCase(
      "one without a namespace whose port is named", "MeshRetry",
      spec: #"{"to":[{"targetRef":{"kind":"MeshService","name":"web","sectionName":"http"}}]}"#,
      .selections(["spec.to[0].targetRef.name": "MeshService web of destinations"])),
    SelectionCase(
      "a part of a service", "MeshTrafficPermission",
      spec: #"{"from":[{"targetRef":{"kind":"MeshServiceSubset","name":"web","tags":{"v":"2"}}}]}"#,
      .selections([
        "spec.from[0].targetRef.name": "tag kuma.io/service=web of clients",
        "spec.from[0].targetRef.tags.v": "tag v=2 of clients",
      ])),
    SelectionCase(
      "proxies by labels and an inbound", "MeshTimeout",
      spec: #"{"targetRef":{"kind":"Dataplane","labels":{"app":"web"},"sectionName":"http"}}"#,
      .selections([
        "spec.targetRef.labels.app": "label app=web of a Dataplane of proxies",
        "spec.targetRef.sectionName": "inbound http of proxies",
      ])),
    SelectionCase(
      "MeshServices by labels", "MeshTimeout",
      spec:
        #"{"to":[{"targetRef":{"kind":"MeshService","labels":{"k8s.kuma.io/service-name":"web"},"sectionName":"http"}}]}"#,
      .selections([
        #"spec.to[0].targetRef.labels["k8s.kuma.io/service-name"]"#:
          "label k8s.kuma.io/service-name=web of a MeshService of destinations"
      ])),
    SelectionCase(
      "backends, deep in a rule", "MeshHTTPRoute",
      spec: #"""
        {"to":[{"rules":[{"default":{"backendRefs":[{"kind":"MeshServiceSubset","name":"web","tags":{"v":"2"},"weight":1}],
        "filters":[{"requestMirror":{"backendRef":{"kind":"MeshService","name":"copy"}}}]}}]}]}
        """#,
      .selections([
        "spec.to[0].rules[0].default.backendRefs[0].name": "tag kuma.io/service=web of destinations",
        "spec.to[0].rules[0].default.backendRefs[0].tags.v": "tag v=2 of destinations",
        "spec.to[0].rules[0].default.filters[0].requestMirror.backendRef.name":
          "tag kuma.io/service=copy of destinations; MeshService copy of destinations",
      ])),
    SelectionCase(
      "a tag by which zones are preferred", "MeshLoadBalancingStrategy",
      spec: #"{"to":[{"default":{"localityAwareness":{"localZone":{"affinityTags":[{"key":"k8s.io/node"}]}}}}]}"#,
      .selections([
        "spec.to[0].default.localityAwareness.localZone.affinityTags[0].key": "any tag k8s.io/node of destinations"
      ])),
    SelectionCase(
      "Services that a route of the Gateway API leads to",
      #"{"apiVersion":"gateway.networking.k8s.io/v1","kind":"HTTPRoute","metadata":{"name":"p"},"spec":{"rules":[{"backendRefs":[{"name":"web","port":80}]}]}}"#,
      .selections(["spec.rules[0].backendRefs[0].name": "Service web of destinations"])),
  ]

  private static let matches: [SelectionCase] = [
    SelectionCase(
      "sources and destinations", "TrafficPermission",
      spec: #"{"sources":[{"match":{"kuma.io/service":"*"}}],"destinations":[{"match":{"kuma.io/service":"web","v":"2"}}]}"#,
      .selections([
        #"spec.sources[0].match["kuma.io/service"]"#: "tag kuma.io/service=* of clients",
        #"spec.destinations[0].match["kuma.io/service"]"#: "tag kuma.io/service=web of destinations",
        "spec.destinations[0].match.v": "tag v=2 of destinations",
      ])),
    SelectionCase(
      "selectors and the key of a tag", "VirtualOutbound",
      spec:
        #"{"selectors":[{"match":{"a":"*"}},{}],"conf":{"host":"x","parameters":[{"name":"s","tagKey":"kuma.io/service"}]}}"#,
      .selections([
        "spec.selectors[0].match.a": "tag a=* of proxies",
        "spec.conf.parameters[0].tagKey": "any tag kuma.io/service of proxies",
      ])),
    SelectionCase(
      "where a route leads to; what a request must look like selects nothing", "TrafficRoute",
      spec:
        #"{"conf":{"destination":{"a":"1"},"http":[{"match":{"path":{"prefix":"/"}},"split":[{"weight":1,"destination":{"b":"2"}}]}]}}"#,
      .selections([
        "spec.conf.destination.a": "tag a=1 of destinations",
        "spec.conf.http[0].split[0].destination.b": "tag b=2 of destinations",
      ])),
    SelectionCase(
      "a destination in another kind is something else", "MeshAccessLog", spec: #"{"conf":{"destination":{"a":"1"}}}"#,
      .selections([:])),
  ]

  private static let selectors: [SelectionCase] = [
    SelectionCase(
      "a MeshService by tags", "MeshService", spec: #"{"selector":{"dataplaneTags":{"app":"web","v":null}}}"#,
      .selections([
        "spec.selector.dataplaneTags.app": "tag app=web of proxies", "spec.selector.dataplaneTags.v": "tag v= of proxies",
      ])),
    SelectionCase(
      "a MeshService by labels", "MeshService", spec: #"{"selector":{"dataplaneLabels":{"matchLabels":{"app":"web"}}}}"#,
      .selections(["spec.selector.dataplaneLabels.matchLabels.app": "label app=web of a Dataplane of proxies"])),
    SelectionCase(
      "MeshServices of several zones", "MeshMultiZoneService",
      spec: #"{"selector":{"meshService":{"matchLabels":{"app":"web"}}}}"#,
      .selections(["spec.selector.meshService.matchLabels.app": "label app=web of a MeshService of proxies"])),
    SelectionCase(
      "proxies with an identity", "MeshIdentity", spec: #"{"selector":{"dataplane":{"matchLabels":{"app":"web"}}}}"#,
      .selections(["spec.selector.dataplane.matchLabels.app": "label app=web of a Dataplane of proxies"])),
    SelectionCase(
      "Namespaces are no proxies",
      #"{"apiVersion":"gateway.networking.k8s.io/v1","kind":"Gateway","metadata":{"name":"p"},"spec":{"listeners":[{"allowedRoutes":{"namespaces":{"selector":{"matchLabels":{"a":"b"}}}}}]}}"#,
      .selections([:])),
  ]

  private static let forms: [SelectionCase] = [
    SelectionCase(
      "an old policy as kumactl prints it",
      #"{"type":"TrafficPermission","mesh":"default","name":"p","sources":[{"match":{"a":"1"}}],"creationTime":"x"}"#,
      .selections(["sources[0].match.a": "tag a=1 of clients"])),
    SelectionCase(
      "a policy as kumactl prints it",
      #"{"type":"MeshTimeout","mesh":"default","name":"p","spec":{"targetRef":{"kind":"MeshSubset","tags":{"a":"1"}}}}"#,
      .selections(["spec.targetRef.tags.a": "tag a=1 of proxies"])),
    SelectionCase(
      "a kind that is not known",
      #"{"apiVersion":"kuma.io/v1beta7","kind":"MeshNew","metadata":{"name":"p"},"spec":{"x":[{"targetRef":{"kind":"Mesh","tags":{"a":"1"}}}]}}"#,
      .selections(["spec.x[0].targetRef.tags.a": "tag a=1 of proxies"])),
  ]

  private static let unreadable: [SelectionCase] = [
    SelectionCase("a spec that is no object", "MeshTimeout", spec: "7", .unreadable("spec")),
    SelectionCase(
      "a reference that is no object", "MeshTimeout", spec: #"{"targetRef":"Mesh"}"#, .unreadable("spec.targetRef")),
    SelectionCase(
      "a tag that is no string", "MeshTimeout", spec: #"{"targetRef":{"kind":"MeshSubset","tags":{"v":2}}}"#,
      .unreadable("spec.targetRef.tags.v")),
    SelectionCase(
      "a match that is no object", "TrafficLog", spec: #"{"sources":[{"match":"*"}]}"#, .unreadable("spec.sources[0].match")),
    SelectionCase(
      "sources that are no list", "TrafficLog", spec: #"{"sources":{"match":{}}}"#, .unreadable("spec.sources")),
    SelectionCase(
      "a name that is no string", "MeshTimeout", spec: #"{"to":[{"targetRef":{"kind":"MeshService","name":7}}]}"#,
      .unreadable("spec.to[0].targetRef.name")),
    SelectionCase(
      "no name", #"{"apiVersion":"kuma.io/v1alpha1","kind":"MeshTimeout","metadata":{}}"#, .unreadable("metadata.name")),
  ]
}

@Suite("Selections")
struct SelectionTests {
  @Test(arguments: SelectionTable.cases)
  func selects(_ row: SelectionCase) throws {
    let objects = try JSONReader.decode(ObjectList<ClusterObject>.self, from: Array(row.json.utf8))
    switch row.expected {
    case .selections(let expected):
      guard case .resource(let resource) = objects.objects.first else {
        Issue.record("\(objects)")
        return
      }
      let found = Dictionary(
        resource.selections.map { ("\($0.path)", "\($0.target.told) of \($0.role)") }, uniquingKeysWith: { "\($0); \($1)" })
      #expect(found == expected)
    case .unreadable(let path):
      #expect(objects.objects.isEmpty)
      #expect(objects.failures.map(\.path) == [path])
    }
    // Foundation's decoder reads the same.
    let other = try JSONDecoder().decode(ObjectList<ClusterObject>.self, from: Data(row.json.utf8))
    #expect(other.objects == objects.objects)
    #expect(other.failures.map(\.path) == objects.failures.map(\.path))
  }
}

extension PolicySelection.Target {
  /// What is selected, as a row writes it down.
  fileprivate var told: String {
    switch self {
    case .tag(let key, let value): "tag \(key)=\(value)"
    case .tagKey(let key): "any tag \(key)"
    case .label(let key, let value, let kind): "label \(key)=\(value) of a \(kind)"
    case .inbound(let name): "inbound \(name)"
    case .object(let reference): "\(reference)"
    @unknown default: "?"
    }
  }
}
