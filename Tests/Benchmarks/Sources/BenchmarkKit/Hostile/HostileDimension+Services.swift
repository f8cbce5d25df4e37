extension HostileDimension {
  /// What the owner of a Service may write.
  static let services: [HostileDimension] = [
    cluster("Services of a Pod") { count in
      [namespace, pod()] + (0..<count).reversed().map { service("s\($0)", ports: #"{"port":80,"targetPort":8080}"#) }
    },
    cluster("ports of a Service") { count in
      [namespace, pod(), service(ports: list(count) { #"{"port":\#($0 % 65_000 + 1),"targetPort":8080}"# })]
    },
    cluster("ports of a Service and of a container") { count in
      let declared = container(ports: reversed(count) { #"{"containerPort":\#($0 % 65_000 + 1)}"# })
      let ports = list(count) { #"{"port":\#($0 % 65_000 + 1),"targetPort":\#($0 % 65_000 + 1)}"# }
      return [namespace, pod(containers: declared), service(ports: ports)]
    },
    cluster("target ports that name ports of a container") { count in
      let declared = container(ports: reversed(count) { #"{"name":"p\#($0)","containerPort":\#($0 % 65_000 + 1)}"# })
      let ports = list(count) { #"{"port":\#($0 % 65_000 + 1),"targetPort":"p\#($0)"}"# }
      return [namespace, pod(containers: declared), service(ports: ports)]
    },
    cluster("ports of a Service without a target port, and ports that containers declare") { count in
      let declared = container(ports: reversed(count) { #"{"containerPort":\#($0 % 30_000 + 1)}"# })
      return [namespace, pod(containers: declared), service(ports: list(count) { #"{"port":\#($0 % 30_000 + 30_001)}"# })]
    },
    cluster("target ports that name no port") { count in
      let declared = container(ports: reversed(count) { #"{"name":"p\#($0)","containerPort":\#($0 % 65_000 + 1)}"# })
      let ports = list(count) { #"{"port":\#($0 % 65_000 + 1),"targetPort":"q\#($0)"}"# }
      return [namespace, pod(containers: declared), service(ports: ports)]
    },
    cluster("labels of a selector") { count in
      let labels = reversed(count) { "\"l\(1_000_000 + $0)\":\"x\"" }
      return [
        namespace, pod(labels: labels), service(selector: labels, ports: #"{"port":80,"targetPort":8080}"#),
      ]
    },
    cluster("labels of a Pod, and those of a selector that are nearly theirs") { count in
      let labels = list(count) { "\"label-\($0)\":\"x\"" }
      return [
        namespace, pod(labels: labels),
        service(selector: labels + #","lable-1":"y""#, ports: #"{"port":80,"targetPort":8080}"#),
      ]
    },
    // Each of them is compared with the labels of each Pod that is not like another one, which takes some microseconds.
    cluster("Services that select nothing, and Pods that they nearly select", negligible: 0.5) { count in
      [namespace] + (0..<count).map { pod("web-\($0)", labels: #""version":"v-\#($0)""#) }
        + (0..<count).map {
          service("s\($0)", selector: #""app":"wbe-\#($0)""#, ports: #"{"port":80,"targetPort":8080}"#)
        }
    },
    cluster("Services of one Pod that declares as many ports") { count in
      [namespace, pod(containers: container(ports: list(count) { #"{"containerPort":\#($0 % 65_000 + 1)}"# }))]
        + (0..<count).map { service("s\($0)", ports: #"{"port":80,"targetPort":\#($0 % 65_000 + 1)}"#) }
    },
    cluster("Services without a selector") { count in
      [namespace, pod()]
        + (0..<count).map { service("s\($0)", selector: "", ports: #"{"port":80,"targetPort":8080}"#) }
    },
    cluster("EndpointSlices of a Service") { count in
      [namespace, pod(), service(selector: "", ports: #"{"port":80,"targetPort":8080}"#)]
        + (0..<count).reversed().map {
          slice("slice-\(1_000_000 + $0)", endpoints: #"{"targetRef":{"uid":"u-web-\#($0)"}}"#)
        }
    },
    cluster("endpoints of an EndpointSlice") { count in
      let endpoints = reversed(count) { #"{"targetRef":{"uid":"u-web-\#($0)"}}"# }
      return [
        namespace, pod(), service(selector: "", ports: #"{"port":80,"targetPort":8080}"#), slice("s", endpoints: endpoints),
      ]
    },
  ]

  private static func slice(_ name: String, endpoints: String) -> String {
    #"{"apiVersion":"discovery.k8s.io/v1","kind":"EndpointSlice","metadata":{"name":"\#(name)","namespace":"shop","#
      + #""labels":{"kubernetes.io/service-name":"web"}},"endpoints":[\#(endpoints)]}"#
  }
}
