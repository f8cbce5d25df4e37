import KubernetesJSON
import KubernetesObjects
import MeshDiagnostics
import MeshMapping

extension HostileDimension {
  /// What many objects want to have fixed, and where services lead: questions about the cluster as a whole.
  static let advice: [HostileDimension] = [
    fixes("Deployments whose Services have a target port that is mistyped, and fixes", under: namingControlPlane) { count in
      (0..<count).flatMap { [deployment($0), service("s\($0)", selector: "\"app\":\"a\($0)\"", ports: port("\"htp\""))] }
    },
    fixes("Deployments whose switch is an annotation, and fixes", under: controlPlane) { count in
      (0..<count).map { deployment($0, annotations: #""kuma.io/sidecar-injection":"enabled""#) }
    },
    fixes("Pods whose switch is an annotation, and fixes", under: controlPlane) { count in
      (0..<count).map { pod("web-\($0)", annotations: #""kuma.io/sidecar-injection":"enabled""#) }
    },
    fixes("entries of the direct access that name nothing, and fixes", under: namingControlPlane) { count in
      let entries = list(count) { "svc-\($0)_shop_svc_80" }
      return [pod(annotations: "\"kuma.io/direct-access-services\":\"\(entries)\""), service(ports: port("8080"))]
    },
    fixes("reachable services that are near to the names of Services, and fixes", under: namingControlPlane) { count in
      let entries = list(count) { "svc\($0)_shop_svc_80" }
      let services = (0..<count).map { service("svd\($0)", selector: "\"app\":\"x\"", ports: port("8080")) }
      return services + [pod(annotations: "\"kuma.io/transparent-proxying-reachable-services\":\"\(entries)\"")]
    },
    fixes("labels of one template that are mistyped keys, and fixes", under: controlPlane) { count in
      [deployment(0, labels: list(count) { "\"kuma.io/sidecar-injectio\($0)\":\"enabled\"" })]
    },
    services("Pods whose direct access names nothing, and where services lead") { count in
      (0..<count).flatMap { number in
        let annotation = "\"kuma.io/direct-access-services\":\"svd\(number)_shop_svc_80\""
        return [
          deployment(number, annotations: annotation),
          service("s\(number)", selector: "\"app\":\"a\(number)\"", ports: port("8080")),
        ]
      }
    },
    services("Deployments behind a Service each, and where services lead") { count in
      (0..<count).flatMap { [deployment($0), service("s\($0)", selector: "\"app\":\"a\($0)\"", ports: port("8080"))] }
    },
    services("ports of the Service of a Pod, and where services lead") { count in
      [pod(), service(ports: list(count) { #"{"name":"p\#($0)","port":\#($0 % 65_000 + 1),"targetPort":8080}"# })]
    },
  ]

  /// All findings with their fixes.
  private static func fixes(
    _ name: String, under controlPlane: ControlPlane, _ objects: @escaping @Sendable (Int) -> [String]
  ) -> HostileDimension {
    HostileDimension(name, from: 8) { count in
      let objects = try Self.objects([namespace] + objects(count))
      return {
        let diagnostics = Diagnostics(of: Cluster(objects, under: controlPlane))
        keep(diagnostics.fixes(for: diagnostics.findings()))
      }
    }
  }

  /// The services, and who reaches what directly.
  private static func services(_ name: String, _ objects: @escaping @Sendable (Int) -> [String]) -> HostileDimension {
    HostileDimension(name, from: 8) { count in
      let objects = try Self.objects([namespace] + objects(count))
      return {
        let cluster = Cluster(objects, under: namingControlPlane)
        keep(JSONWriter.bytes(of: cluster.serviceOverview(), layout: .compact))
        keep(cluster.directAccess().listenerCount)
      }
    }
  }

  private static func port(_ target: String) -> String { "{\"port\":80,\"targetPort\":\(target)}" }

  /// A Deployment whose Pods have a label of its own.
  static func deployment(_ number: Int, annotations: String = "", labels: String = "") -> String {
    let more = labels.isEmpty ? "" : ",\(labels)"
    return
      #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d\#(number)","namespace":"shop"},"spec":{"template":"#
      + #"{"metadata":{"labels":{"app":"a\#(number)"\#(more)},"annotations":{\#(annotations)}},"#
      + #""spec":{"containers":[{"name":"app","ports":[{"name":"http","containerPort":8080}]}]}}}}"#
  }
}
