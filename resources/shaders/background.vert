// A grid of soft light; between its points the colour is interpolated, which costs nothing for each pixel.
out vec3 vColour;

uniform float uUpward; // -1 when the picture is drawn upside down
uniform vec2 uCells;

void main() {
    vec2 place = vec2(float(gl_VertexID / 2), float(gl_InstanceID + gl_VertexID % 2)) / uCells;
    vec2 seen = vec2(place.x, uUpward > 0.0 ? place.y : 1.0 - place.y);
    float light = 1.0 - smoothstep(0.0, 0.75, distance(seen, vec2(0.52, 0.56)));
    vColour = mix(uSky, uHorizon, light);
    gl_Position = vec4(place * 2.0 - 1.0, 1.0, 1.0);
}
