out vec2 vPlace; // 0..1, y up in the picture

uniform float uUpward; // -1 when the picture is drawn upside down

void main() {
    vec2 corner = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
    vPlace = vec2(corner.x, corner.y * uUpward) * 0.5 + 0.5;
    gl_Position = vec4(corner, 1.0, 1.0);
}
