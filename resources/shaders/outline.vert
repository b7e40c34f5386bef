// The edges of one box, a little outside of it.
uniform vec3 uCentre;
uniform vec3 uHalf;

out vec2 vUv;
flat out vec2 vHalf;

void main() {
    int face = gl_VertexID / 6;
    int corner = gl_VertexID % 6;
    vec2 c = vec2(corner == 1 || corner == 3 || corner == 4 ? 1.0 : -1.0,
                  corner == 2 || corner == 4 || corner == 5 ? 1.0 : -1.0);
    vec3 right = face == 0 ? vec3(1, 0, 0)
               : face == 1 ? vec3(0, 0, -1)
               : face == 2 ? vec3(0, 0, 1)
               : face == 3 ? vec3(1, 0, 0) : vec3(-1, 0, 0);
    vec3 up = face == 3 ? vec3(0, 0, -1) : vec3(0, 1, 0);
    vHalf = vec2(dot(abs(right), uHalf), dot(abs(up), uHalf));
    vUv = c * vHalf;
    vec3 world = uCentre + cross(right, up) * uHalf + right * vUv.x + up * vUv.y;
    gl_Position = uViewProjection * vec4(world, 1.0);
}
