import Testing

/// The playgrounds print what they say they show, to the letter.
@Suite("Examples")
struct ExampleTests {
  @Test func injectionDecision() throws {
    let expected = #"""
      In a namespace that is labelled enabled:
      web-1: inject
        A sidecar is added, since namespace label kuma.io/sidecar-injection=enabled asks for it.
      legacy-1: skip
        No sidecar is added, since pod label kuma.io/sidecar-injection=disabled opts out.
      web-7: reject
        The injector refuses the Pod, since pod label kuma.io/sidecar-injection=Enabled says neither on nor off; write enabled or disabled, in lower case.
      In a namespace without labels:
      web-1: skip
        No sidecar is added, since nothing asks for it; label the Namespace or the Pod kuma.io/sidecar-injection=enabled.
      web-2: inject
        A sidecar is added, since pod label kuma.io/sidecar-injection=true asks for it.
      web-3: inject
        A sidecar is added, since pod annotation kuma.io/sidecar-injection=enabled asks for it.
      build-1: skip
        No sidecar is added, since pod label openshift.io/build.name=app-4 is an exception.

      """#
    #expect(try Playground(name: "InjectionDecision").output() == expected)
  }

  @Test func tagGeneration() throws {
    let expected = #"""
      Inbound on port 5000:
        app=demo-app  from the Pod's label
        k8s.kuma.io/namespace=kuma-demo  from the Pod's namespace
        k8s.kuma.io/service-name=demo-app  from the Service
        k8s.kuma.io/service-port=80  from the Service's port
        kuma.io/protocol=http  from the port's appProtocol
        kuma.io/service=demo-app_kuma-demo_svc_80  from the Service
        kuma.io/zone=east  from the zone setting
        version=v1  from the Pod's label
      No tags:
        canary=  its value is empty
        kuma.io/sidecar-injection=enabled  its key contains kuma.io/, which is reserved to Kuma
        my-kuma.io/team=a  its key contains kuma.io/, which is reserved to Kuma
      Without a Service:
        port 49151  demo-app-7d9c5b8f6-x2k4p_kuma-demo_svc

      """#
    #expect(try Playground(name: "TagGeneration").output() == expected)
  }

  @Test func directAccess() throws {
    let expected = #"""
      As documented:
        "backend_example_svc_1234,backend_example_svc_1235"
          backend in example, port 1234
          backend in example, port 1235
        "backend_demo_svc_80, web_demo_svc"
          backend in demo, port 80
          web in demo, port none
        "*"
          every service of the mesh
        ", ,"
          no service
      In Kuma 2.9.4:
        "backend_example_svc_1234,backend_example_svc_1235"
          backend in example, port 1234
          backend in example, port 1235
        "backend_demo_svc_80, web_demo_svc"
          backend in demo, port 80
          " web_demo_svc" matches nothing: there is whitespace at byte 0; write the name without whitespace
        "*"
          every service of the mesh
        ", ,"
          " " matches nothing: there is whitespace at byte 0; write the name without whitespace

      """#
    #expect(try Playground(name: "DirectAccess").output() == expected)
  }

  @Test func findings() throws {
    let expected = #"""
      info empty-label at Deployment demo/web spec.template.metadata.labels.tier
        Label tier is empty and so no tag; give it a value if it should be one.
      error pod-refused at Pod demo/tool metadata.labels["kuma.io/sidecar-injection"]
        The injector refuses the Pod, since pod label kuma.io/sidecar-injection=Enabled says neither on nor off; write enabled or disabled, in lower case.
      warning unresolved-target-port at Service demo/web spec.ports[0].targetPort
        Port 80 of Service web has target port "http", which no container port of the Pod is named; there is no inbound for it.

      """#
    #expect(try Playground(name: "Findings").output() == expected)
  }

  @Test func whatWouldChangeIt() throws {
    let expected = #"""
      So that demo/web-* gets a sidecar:
        label Namespace demo kuma.io/sidecar-injection=enabled
          2 more Pods would join: api-*.
        label the template of Deployment web kuma.io/sidecar-injection=enabled, and label Namespace demo kuma.io/sidecar-injection=disabled
          No other Pod is touched.
      So that demo/web-* gets no sidecar:
        nothing has to be edited
      So that demo/web-* offers service web_demo_svc_80:
        label Namespace demo kuma.io/sidecar-injection=enabled, and label the template of Deployment web tier=front
          2 more Pods would join: api-*.
        label Namespace demo kuma.io/sidecar-injection=enabled, and remove tier from the selector of Service web
          2 more Pods would join: api-*.
        label the template of Deployment web kuma.io/sidecar-injection=enabled, and label Namespace demo kuma.io/sidecar-injection=disabled, and label the template of Deployment web tier=front
          No other Pod is touched.
        label the template of Deployment web kuma.io/sidecar-injection=enabled, and label Namespace demo kuma.io/sidecar-injection=disabled, and remove tier from the selector of Service web
          No other Pod is touched.
      So that demo/web-* offers service web_demo_svc_81:
        The namespace has no Service that gives this name; web_demo_svc_80 is there; create it, or write the name of one that is there.

      """#
    #expect(try Playground(name: "WhatWouldChangeIt").output() == expected)
  }

  @Test func smallCluster() throws {
    let expected = #"""
      demo/backend-1: inject, apply
        A sidecar is added, since namespace label kuma.io/sidecar-injection=enabled asks for it.
        8080 is backend_demo_svc_80
        warning: The Pod runs without a sidecar and would get one now; delete it and create it again.
        info: Port 53 of Service backend is UDP; only TCP ports give inbounds.
      demo/worker-1: inject, pending
        A sidecar is added, since namespace label kuma.io/sidecar-injection=enabled asks for it.
        49151 is worker-1_demo_svc
      {
        "apiVersion": "kuma.io/v1alpha1",
        "kind": "Dataplane",
        "mesh": "default",
        "metadata": {
          "name": "backend-1",
          "namespace": "demo",
          "ownerReferences": [
            {
              "apiVersion": "v1",
              "kind": "Pod",
              "name": "backend-1",
              "controller": true,
              "blockOwnerDeletion": true
            }
          ]
        },
        "spec": {
          "networking": {
            "address": "10.0.0.7",
            "inbound": [
              {
                "port": 8080,
                "tags": {
                  "app": "backend",
                  "k8s.kuma.io/namespace": "demo",
                  "k8s.kuma.io/service-name": "backend",
                  "k8s.kuma.io/service-port": "80",
                  "kuma.io/protocol": "http",
                  "kuma.io/service": "backend_demo_svc_80",
                  "team": "a"
                }
              }
            ],
            "transparentProxying": {
              "redirectPortInbound": 15006,
              "redirectPortInboundV6": 15010,
              "redirectPortOutbound": 15001
            },
            "admin": {
              "port": 9901
            }
          },
          "probes": {
            "port": 9000
          }
        }
      }

      """#
    #expect(try Playground(name: "SmallCluster").output() == expected)
  }

  @Test func upgrading() throws {
    let expected = #"""
      NOT READY: 2 of 2 workloads need attention
      safe up to 2.10.11; first trouble 2.11.0
      2.10.11 to 2.11.18: NOT READY
        1 workload loses its sidecar once its Pods are recreated, from 2.11.0 on
          Deployment shop/till
          $ kubectl label namespace shop kuma.io/sidecar-injection=disabled --overwrite
      2.14.3 to 3.0.0: NOT READY
        1 workload moves to another mesh, from 3.0.0 on
          Deployment bakery/oven
          $ kubectl label namespace bakery kuma.io/mesh=rye --overwrite
          $ kubectl rollout restart deployment/oven -n bakery
      After the edits: READY but for 1 note to read, of 3.0.0: nothing else needs attention in 2 workloads

      """#
    #expect(try Playground(name: "Upgrading").output() == expected)
  }
}
