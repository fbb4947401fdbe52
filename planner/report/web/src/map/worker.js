// MapLibre's worker from within the page: a page from disk has no file to start one from.
import { setWorkerUrl } from 'maplibre-gl';
import source from 'maplibre-gl/dist/maplibre-gl-worker.mjs';

setWorkerUrl(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
