import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { startTexts, TelarProvider } from '@telar/ui'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './app/query-client.ts'
import { router } from './app/router.tsx'

// After an update the parts of the old page are gone: the new page has its own.
window.addEventListener('vite:preloadError', () => location.reload())

await startTexts()

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no place for the application.')

createRoot(root).render(
  <StrictMode>
    <TelarProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </TelarProvider>
  </StrictMode>,
)
