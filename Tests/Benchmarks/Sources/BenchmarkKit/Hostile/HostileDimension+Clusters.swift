import KubernetesObjects
import MeshMapping

extension HostileDimension {
  /// How many objects of a kind there are.
  static let clusters: [HostileDimension] = [
    cluster("Pods of a namespace") { count in
      [namespace, service(ports: #"{"port":80,"targetPort":8080}"#)] + (0..<count).reversed().map { pod("web-\($0)") }
    },
    cluster("Namespaces") { count in
      around(pod())
        + (0..<count).reversed().map { #"{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"n\#($0)"}}"# }
    },
    cluster("Meshes") { count in
      around(pod()) + (0..<count).reversed().map { mesh("m\(1_000_000 + $0)", constraints: "") }
    },
    cluster("requirements of a Mesh") { count in
      let requirements = list(count) { #"{"tags":{"t\#($0)":"x"}}"# }
      return around(pod()) + [mesh("default", constraints: #""requirements":[\#(requirements)]"#)]
    },
    cluster("labels of a Node") { count in
      let labels = reversed(count) { "\"l\(1_000_000 + $0)\":\"x\"" }
      return around(pod()) + [#"{"apiVersion":"v1","kind":"Node","metadata":{"name":"node","labels":{\#(labels)}}}"#]
    },
    cluster("Deployments") { count in
      [namespace, service(ports: #"{"port":80,"targetPort":8080}"#)]
        + (0..<count).reversed().map { number in
          #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d\#(number)","namespace":"shop"},"#
            + #""spec":{"template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"app"}]}}}}"#
        }
    },
    cluster("Dataplanes without a Pod") { count in
      around(pod())
        + (0..<count).reversed().map { number in
          #"{"apiVersion":"kuma.io/v1alpha1","kind":"Dataplane","mesh":"default","metadata":{"name":"d\#(number)","namespace":"shop"},"#
            + #""spec":{"networking":{"address":"10.0.0.1","inbound":[{"port":80,"tags":{"kuma.io/service":"x"}}]}}}"#
        }
    },
    cluster("objects that nothing reads") { count in
      around(pod())
        + (0..<count).map { #"{"apiVersion":"x/v1","kind":"K\#($0)","metadata":{"name":"x","namespace":"shop"}}"# }
    },
    HostileDimension("Pods that two releases treat differently", from: 2) { count in
      let objects = try Self.objects(
        [namespace, service(ports: #"{"port":80,"targetPort":8080}"#)] + (0..<count).map { pod("web-\($0)") })
      guard let old = KumaRelease.known.first else { return {} }
      return { keep(ReleaseComparison(of: objects, from: old, to: .newest)) }
    },
  ]

  /// What an event costs in a namespace of many Pods: nothing of it should grow with them but what moves in an index.
  static let events: [HostileDimension] = [
    HostileDimension("Pods around a Pod that changes", from: 512) { count in
      let objects = try Self.objects(
        [namespace, service(ports: #"{"port":80,"targetPort":8080}"#)] + (0..<count).map { pod("web-\($0)") })
      let changed = try Self.objects(["x", "y"].map { pod("web-\(count / 2)", labels: #""version":"\#($0)""#) })
      let cluster = Cluster(objects, under: controlPlane)
      return {
        var cluster = cluster
        for number in 0..<200 { keep(cluster.apply(.modified(changed[number % 2]))) }
      }
    },
    HostileDimension("Pods around those of a Service whose port changes", from: 512) { count in
      let services = ["8080", "8081"].map {
        service("one", selector: #""version":"one""#, ports: #"{"port":80,"targetPort":\#($0)}"#)
      }
      let changed = try Self.objects(services)
      let objects = try Self.objects(
        [namespace, services[0]]
          + (0..<count).map { pod("web-\($0)", labels: #""version":"\#($0 < 10 ? "one" : "v\($0)")""#) })
      let cluster = Cluster(objects, under: controlPlane)
      return {
        var cluster = cluster
        for number in 0..<200 { keep(cluster.apply(.modified(changed[(number + 1) % 2]))) }
      }
    },
    HostileDimension("Pods that go, one after the other", from: 64) { count in
      let objects = try Self.objects(
        [namespace, service(ports: #"{"port":80,"targetPort":8080}"#)] + (0..<count).map { pod("web-\($0)") })
      let cluster = Cluster(objects, under: controlPlane)
      let names = cluster.podNames
      return {
        var cluster = cluster
        for name in names {
          keep(cluster.apply(.deleted(ObjectReference(.pod, namespace: name.namespace, name: name.name))))
        }
      }
    },
  ]

  private static func mesh(_ name: String, constraints: String) -> String {
    #"{"apiVersion":"kuma.io/v1alpha1","kind":"Mesh","metadata":{"name":"\#(name)"},"#
      + #""spec":{"constraints":{"dataplaneProxy":{\#(constraints)}}}}"#
  }
}
